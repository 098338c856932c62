package net.ixapi.auth.contract.findings;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.ixapi.auth.contract.wire.Framing;
import net.ixapi.auth.contract.wire.RawServer;
import net.ixapi.auth.contract.wire.Request;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each command, run by a real shell with a real curl, must send what the suite has sent. */
class CurlTest {
    private static final String KEY = "contract'Key\"$01";
    private static final String SECRET = "contractApiSecret-0123456789_ABCDEF";
    private static final String TOKEN = "eyJhbGciOiJIUzI1NiJ9.eyJqdGkiOiJyZWZyZXNoIn0.c2lnbmF0dXJl-_";
    /** "=33" is the digit 3 in quoted-printable. */
    private static final String COOKIE = "33a4f6c8-0b1d-4e2f";

    private static final String OTHER_MIDDLE = SECRET.substring(0, 5) + "0" + SECRET.substring(6);
    private static final String EMPTY = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";

    private final Secrets secrets = new Secrets();

    @BeforeAll
    static void requireTools() {
        assumeTrue(
                List.of("bash", "curl").stream().allMatch(CurlTest::isInstalled),
                "bash and curl are not both installed: commands that repeat a request are not tried");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void aCommandRepeatsTheRequestAndHoldsNoSecret(String name, Request request) throws Exception {
        secrets.add(KEY, "IX_API_KEY");
        secrets.add(SECRET, "IX_API_SECRET");
        secrets.add(TOKEN, "REFRESH_TOKEN");
        secrets.add(COOKIE, "IX_API_COOKIE");
        try (RawServer server = RawServer.playing(dialogue -> {
            boolean head = dialogue.request().startsWith("HEAD ");
            dialogue.send(head ? EMPTY.replace("0\r\n\r\n", "5\r\n\r\n") : EMPTY);
        })) {
            String command = new Curl(server.uri(), secrets).of(request);
            run(command);

            assertThat(command)
                    .doesNotContain(KEY, SECRET, OTHER_MIDDLE, TOKEN, "c2lnbmF0dXJl")
                    .doesNotContain("\n");
            assertThat(server.requests()).hasSize(1);
            assertSame(server.requests().get(0), request);
        }
    }

    static List<Object[]> requests() {
        return List.of(
                named("plain JSON", json("{\"a\":1}")),
                named("an empty body", json("")),
                named("no body", Request.bare("GET", "/auth/token")),
                named("HEAD, whose answer has a length but no body", Request.bare("HEAD", "/auth/token")),
                named("an odd method", Request.bare("PROPFIND", "/auth/token")),
                named("quotes", json("{\"a\":\"' OR '1'='1\"}")),
                named("what a shell replaces", json("{\"a\":\"$HOME `id` $(id) \\\\ ! %s\"}")),
                named("a file by its name", json("@/etc/hostname")),
                named("non-ASCII", json("{\"a\":\"\u00e9\uD83D\uDD11\"}")),
                named("a name of a variable that is no secret", json("$IX_API_KEYS $OTHER")),
                named("secrets", json("{\"api_key\":" + "\"" + SECRET + "\",\"refresh_token\":\"" + TOKEN + "\"}")),
                named("nearly a secret", json("{\"api_secret\":\"" + OTHER_MIDDLE + "\"}")),
                named("nearly a secret in a long body", json(OTHER_MIDDLE + deep())),
                named("a secret in another case", json("{\"a\":\"" + SECRET.toUpperCase(Locale.ROOT) + "\"}")),
                named("a secret in small letters", json("{\"a\":\"" + SECRET.toLowerCase(Locale.ROOT) + "\"}")),
                named("all but the end of a secret", json("{\"a\":\"" + SECRET.substring(0, 34) + "Z\"}")),
                named("a secret with NUL in it", bytes(SECRET.substring(0, 12) + '\0' + SECRET.substring(13))),
                named("a token with another header", json("e30" + TOKEN.substring(TOKEN.indexOf('.')))),
                named("nothing but a secret", json(SECRET)),
                named("a secret twice", json(SECRET + SECRET)),
                named("a secret with quotes", json(KEY)),
                named(
                        "secrets in a long body",
                        json("{\"s\":\"" + SECRET + "\",\"t\":\"" + TOKEN + "\",\"a\":" + deep() + "}")),
                named("a secret beside a line break", json("{\n\"s\":\"" + SECRET + "\"}")),
                named("a secret beside what is no text", bytes("\u00ff" + SECRET + "\0")),
                named("NUL", bytes("{\"a\":\"\0\"}")),
                named("a dash at the beginning", bytes("-n\0")),
                named("a percent sign and NUL", bytes("%s%d\0\\n")),
                named("digits after NUL", bytes("\000123")),
                named("invalid UTF-8", bytes("{\"a\":\"\u00ff\"}")),
                named("line breaks", json("{\r\n\"a\":\n1}")),
                named("a huge body", json("{\"a\": \"" + "x".repeat(300_000) + "\"}")),
                named("depth", json("[".repeat(20_000))),
                named("chunks", json("{\"a\":1}").withFraming(Framing.CHUNKED)),
                named("chunks of what is no text", bytes("\0\u00ff").withFraming(Framing.CHUNKED)),
                named("a token in a header", Request.bare("GET", "/").withHeader("Authorization", "Bearer " + TOKEN)),
                named("a cookie", Request.bare("GET", "/").withHeader("Cookie", "sid=" + COOKIE)),
                named("another media type", json("{}").withHeader("Content-Type", "text/plain;")),
                named("a path with a template", Request.bare("GET", "/things/{id}/[1-3]")),
                named("a path with dots", Request.bare("GET", "/auth/../token")));
    }

    private static void assertSame(String came, Request request) {
        List<String> head = came.substring(0, came.indexOf("\r\n\r\n")).lines().toList();
        String path = "/api/v2" + request.path();
        assertThat(head.get(0)).isEqualTo(request.method() + " " + path + " HTTP/1.1");
        assertThat(head.subList(1, head.size()))
                .containsAll(request.headers().stream()
                        .map(header -> header.name() + ": " + header.value())
                        .toList());
        assertThat(names(head))
                .as("no more headers than curl needs")
                .isSubsetOf(
                        "host",
                        "user-agent",
                        "accept",
                        "content-type",
                        "content-length",
                        "transfer-encoding",
                        "authorization",
                        "cookie",
                        "expect");
        assertThat(body(came, head)).isEqualTo(new String(request.body(), ISO_8859_1));
    }

    private static List<String> names(List<String> head) {
        return head.subList(1, head.size()).stream()
                .map(line -> line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT))
                .toList();
    }

    private static String body(String came, List<String> head) {
        String body = came.substring(came.indexOf("\r\n\r\n") + 4);
        if (!names(head).contains("transfer-encoding")) {
            return body;
        }
        StringBuilder chunks = new StringBuilder();
        for (int at = 0; ; ) {
            int line = body.indexOf("\r\n", at);
            int size = Integer.parseInt(body.substring(at, line), 16);
            if (size == 0) {
                return chunks.toString();
            }
            chunks.append(body, line + 2, line + 2 + size);
            at = line + 4 + size;
        }
    }

    private static void run(String command) throws Exception {
        ProcessBuilder shell = new ProcessBuilder("bash").redirectErrorStream(true);
        shell.environment()
                .putAll(Map.of(
                        "IX_API_KEY", KEY, "IX_API_SECRET", SECRET, "REFRESH_TOKEN", TOKEN, "IX_API_COOKIE", COOKIE));
        Process process = shell.start();
        process.getOutputStream().write(command.getBytes(UTF_8));
        process.getOutputStream().close();
        String words = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(words).isZero();
    }

    private static boolean isInstalled(String tool) {
        try {
            return new ProcessBuilder(tool, "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    private static Object[] named(String name, Request request) {
        return new Object[] {name, request};
    }

    private static Request json(String body) {
        return Request.json("POST", "/auth/token", body);
    }

    private static Request bytes(String latin) {
        return json("").withBody(latin.getBytes(ISO_8859_1));
    }

    private static String deep() {
        return "[".repeat(1_000) + "]".repeat(1_000);
    }
}
