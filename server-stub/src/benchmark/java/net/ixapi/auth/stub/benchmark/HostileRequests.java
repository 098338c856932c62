package net.ixapi.auth.stub.benchmark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.HttpHeader;

/** What nobody should send. The same seed, the same requests. Not safe for use by several threads at once. */
final class HostileRequests {
    private static final List<String> PIECES = List.of(
            "\r\n", "\r\n\r\n", "\n", " ", ":", "\"", "{", "}", "[", "%", "\\", "\0", "0", "-1", "1e999999", "\ud83d");

    private static final List<String> PATHS = List.of(
            FixedResponse.PATH,
            "/api/v2/auth/refresh",
            "/api/v2/../v2/auth/token",
            "/api/v2/%2e",
            "/openapi.yaml",
            "/docs",
            "/",
            "*");

    private static final List<String> TYPES = List.of(
            "application/json",
            "application/json;",
            "application/json; charset=none",
            "application;charset=x/json",
            "text/plain",
            "",
            ";;;",
            "application/json, application/json");

    private static final List<String> VALUES = List.of(
            "",
            "*",
            "-1",
            "13",
            "100-continue",
            "websocket",
            "h2c",
            "close, Upgrade",
            "a=b; a=b",
            "gzip;q=x",
            "bytes=0-0");

    private static final int MUCH = 1_100_000;

    private final Random random;

    HostileRequests(long seed) {
        this.random = new Random(seed);
    }

    byte[] next() {
        // The last ones are slow to send: rarely.
        int kind = random.nextInt(1000);
        if (kind < 2) {
            return request("Content-Encoding: gzip\r\n", packedZeros());
        } else if (kind < 6) {
            return request("", ascii("[".repeat(MUCH)));
        }
        return switch (kind % 6) {
            case 0 -> noise();
            case 1 -> changedLogIn();
            case 2 -> strangeBody();
            case 3 -> strangeChunks();
            case 4 -> strangeHeaders();
            default -> joined(Connection.logInRequest(), changedLogIn(), Connection.logInRequest());
        };
    }

    private byte[] noise() {
        byte[] noise = new byte[random.nextInt(3000)];
        random.nextBytes(noise);
        return noise;
    }

    private byte[] changedLogIn() {
        byte[] request = Connection.logInRequest();
        for (int i = random.nextInt(4); i >= 0; i--) {
            request = changed(request);
        }
        return request;
    }

    private byte[] changed(byte[] request) {
        int from = random.nextInt(request.length);
        int to = Math.min(request.length, from + random.nextInt(30));
        byte[] instead = random.nextBoolean() ? ascii(one(PIECES)) : Arrays.copyOf(noise(), 20);
        return joined(Arrays.copyOf(request, from), instead, Arrays.copyOfRange(request, to, request.length));
    }

    private byte[] strangeBody() {
        StringBuilder body = new StringBuilder();
        for (int i = random.nextInt(200); i >= 0; i--) {
            body.append(one(PIECES));
        }
        return request("", body.toString().getBytes(StandardCharsets.UTF_8));
    }

    private byte[] strangeChunks() {
        String length = one(List.of("5", "0", "-1", "ffffffffffffffff", "5;x=y", "zz", ""));
        return ascii("POST " + FixedResponse.PATH + " HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                + "Transfer-Encoding: " + one(List.of("chunked", "chunked, chunked", "gzip, chunked", "identity"))
                + "\r\n\r\n" + length + "\r\n{\"a\":\r\n0\r\n\r\n");
    }

    private byte[] strangeHeaders() {
        if (random.nextInt(4) == 0) {
            return request("X: " + "x".repeat(random.nextInt(10_000)) + "\r\n", ascii("{}"));
        }
        String name = HttpHeader.values()[random.nextInt(HttpHeader.values().length)].asString();
        return request(name + ": " + one(VALUES) + one(PIECES) + "\r\n", ascii("{}"));
    }

    private byte[] request(String headers, byte[] body) {
        String head = one(List.of("POST", "POST", "PUT", "GET", "OPTIONS", "post")) + " " + one(PATHS) + " HTTP/1.1\r\n"
                + "Host: a\r\nContent-Type: " + one(TYPES) + "\r\n" + headers + "Content-Length: "
                + (body.length + (random.nextInt(10) == 0 ? random.nextInt(20) - 10 : 0)) + "\r\n\r\n";
        return joined(ascii(head), body);
    }

    private static byte[] packedZeros() {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[10 * MUCH]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }
}
