package net.ixapi.auth.stub.interop;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.ixapi.auth.stub.Account;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import org.eclipse.jetty.http.HttpHeader;

/** A log-in, and what can be made of it that no client would send. */
abstract class HostileInputs {
    static final String LOGIN =
            "{\"api_key\":\"" + Account.EXAMPLE.apiKey() + "\",\"api_secret\":\"" + Account.EXAMPLE.apiSecret() + "\"}";
    static final byte[] REQUEST = ("POST /api/v2/auth/token HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                    + "Content-Length: " + LOGIN.length() + "\r\n\r\n" + LOGIN)
            .getBytes(StandardCharsets.US_ASCII);

    record Change(int place, int length, byte[] instead) {
        byte[] in(byte[] request) {
            int from = place % request.length;
            int to = Math.min(request.length, from + length);
            byte[] start = Arrays.copyOf(request, from);
            return joined(joined(start, instead), Arrays.copyOfRange(request, to, request.length));
        }
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        Arbitrary<byte[]> instead = Arbitraries.of("\r\n", "\r\n\r\n", " ", ":", "\"", "{", "%", "\\", "0", "-1", "\0")
                .map(HostileInputs::bytes);
        Arbitrary<byte[]> any = Arbitraries.bytes().array(byte[].class).ofMaxSize(20);
        return Combinators.combine(
                        Arbitraries.integers().between(0, REQUEST.length - 1),
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.oneOf(instead, any))
                .as(Change::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<String> paths() {
        return Arbitraries.oneOf(
                Arbitraries.of("/api/v2/auth/token", "/api/v2/auth/refresh", "/openapi.yaml", "/docs", "/", "*"),
                Arbitraries.strings().ofMaxLength(50).map(text -> "/api/v2/" + text.replaceAll("[\r\n ]", "")));
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "Content-Type",
                        "Expect",
                        "Upgrade",
                        "Sec-WebSocket-Version",
                        "Connection",
                        "Transfer-Encoding"),
                Arbitraries.of(HttpHeader.values()).map(HttpHeader::asString));
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "application/json; charset=none",
                        "application/json; charset=\"",
                        "application;charset=x/json",
                        "multipart/form-data",
                        "application/x-www-form-urlencoded",
                        "100-continue",
                        "websocket",
                        "h2c",
                        "13",
                        "-1",
                        "a=b; a=b; $Version=1; \"",
                        "bytes=0-0,-1",
                        "gzip;q=x, *;q=2",
                        "for=\"[::1\"",
                        "*"),
                Arbitraries.strings().ofMaxLength(100).map(text -> text.replaceAll("[\r\n]", " ")));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "application/json",
                        "application/json;",
                        "null",
                        "[]",
                        "{}",
                        "0",
                        "\"\"",
                        "{\"api_key\":1e999999}",
                        "{\"refresh_token\":\"..\"}",
                        "{\"refresh_token\":\"eyJhbGciOiJub25lIn0.e30.\"}",
                        LOGIN),
                Arbitraries.strings().ofMaxLength(200).map(text -> text.replaceAll("[\r\n]", " ")));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
