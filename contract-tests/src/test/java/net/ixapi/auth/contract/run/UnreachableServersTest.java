package net.ixapi.auth.contract.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import net.ixapi.auth.contract.engine.Options;
import net.ixapi.auth.contract.report.ReportedFinding;
import net.ixapi.auth.contract.targets.ContractTarget;
import net.ixapi.auth.contract.targets.EmbeddedStub;
import net.ixapi.auth.contract.wire.Dialogue;
import net.ixapi.auth.contract.wire.Limits;
import net.ixapi.auth.contract.wire.RawServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of an address at which there is no server to be checked: one line, and why in the report. */
class UnreachableServersTest {
    @AutoClose
    private static final EmbeddedStub STUB = EmbeddedStub.start();

    @TempDir
    private Path folder;

    @Test
    void aServerThatIsNotThere() throws Exception {
        URI nobody;
        try (ServerSocket closed = new ServerSocket(0)) {
            nobody = URI.create("http://127.0.0.1:" + closed.getLocalPort() + "/api/v2");
        }
        assertUnreachable(nobody, "Nothing answers at " + nobody + ": the connection was refused");
    }

    @Test
    void theReportOfAServerThatIsNotThereSaysWhy() {
        URI nobody = URI.create("http://no-such-host.invalid/api/v2");

        String summary = folder.resolve("summary.md").toString();
        Outcome outcome = Outcome.against(
                nobody, STUB.target(), "--report", folder.toString(), "--format", "github", "--summary", summary);

        assertThat(outcome.code()).isEqualTo(3);
        assertThat(outcome.out())
                .startsWith(
                        "::error title=Not covered::the run ended before its last check: Nothing answers at " + nobody);
        assertThat(Path.of(summary)).content().startsWith("## ❌ Nothing answers at " + nobody);
        assertThat(folder.resolve("report.json"))
                .content()
                .contains("\"verdict\" : \"unreachable\"", "Nothing answers at " + nobody);
        assertThat(folder.resolve("junit.xml")).content().contains("<failure", "the host name is unknown");
        assertThat(folder.resolve("index.html")).content().contains("the host name is unknown");
    }

    /** The README's own address and credentials have so much in common. */
    @Test
    void anAddressLikeTheKeyIsNoSecret() {
        URI nobody = URI.create(
                "http://no-such-host.invalid/" + STUB.target().apiKey().substring(0, 10));

        assertUnreachable(nobody, "Nothing answers at " + nobody + ": the host name is unknown");
    }

    /** RFC 6761, section 6.4: never a name of a host. */
    @Test
    void aNameThatNobodyHas() {
        URI nobody = URI.create("http://no-such-host.invalid/api/v2");

        assertUnreachable(nobody, "Nothing answers at " + nobody + ": the host name is unknown");
    }

    @Test
    void aServerThatHangs() {
        try (RawServer server = RawServer.playing(Dialogue::hang)) {
            assertUnreachable(
                    server.uri(),
                    "Nothing answers at " + server.uri() + ": no response within 300 ms",
                    "--timeout",
                    "300ms");
        }
    }

    /** A run has the patience for so many of them, as with the limits that are usual. */
    @Test
    void aServerThatBeginsToAnswerLogInsAndHangs() {
        Duration longest = Duration.ofMillis(300);
        Limits limits = new Limits(longest, longest, longest.multipliedBy(6), 1_000, 1_000, 10_000);
        try (RawServer server = RawServer.playing(dialogue -> {
            String status = dialogue.request().endsWith("{}") ? "400 X" : "201 X";
            dialogue.send("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n");
            dialogue.hang();
        })) {
            ContractTarget target = new ContractTarget(
                    server.uri(), STUB.target().apiKey(), STUB.target().apiSecret());
            Options options = new Options(limits, Duration.ZERO, Set.of(), Set.of(), 1);

            assertThat(ContractRun.of(target, options).findings())
                    .extracting(ReportedFinding::cause)
                    .contains("no whole response within 300 ms");
        }
    }

    @Test
    void aServerThatSpeaksSomethingElse() {
        try (RawServer server = RawServer.playing(dialogue -> dialogue.send("SSH-2.0-OpenSSH_9.6\r\n"))) {
            assertUnreachable(server.uri(), "the response does not begin with a status line of HTTP/1.1");
        }
    }

    @Test
    void plainHttpWhereTlsWasAskedFor() {
        URI https = URI.create(STUB.target().baseUri().toString().replace("http:", "https:"));

        assertUnreachable(https, "Nothing answers at " + https + ": TLS failed: ");
    }

    @Test
    void aServerOfPages() throws Exception {
        assertPages(200, "POST /auth/token brings 200 without");
    }

    @Test
    void aServerThatRedirectsEverything() {
        String redirect = "HTTP/1.1 308 X\r\nLocation: https://ix.example/auth/token\r\nContent-Length: 0\r\n\r\n";
        try (RawServer server = RawServer.playing(RawServer.answering(redirect))) {
            assertUnreachable(
                    server.uri(),
                    "There is no IX-API at " + server.uri() + ": POST /auth/token brings 308, a redirect to"
                            + " https://ix.example/auth/token. Clients follow none with a secret: if the API is there, give"
                            + " --base-url its address there");
        }
    }

    @Test
    void aGatewayThatAsksForAPassword() throws Exception {
        assertPages(401, "POST /auth/token brings 401 (a gateway asks for Basic realm=\"x\": see --header) without");
    }

    private static void assertPages(int status, String message) throws Exception {
        HttpServer pages = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        pages.createContext("/", exchange -> {
            byte[] page = "<html>Welcome</html>".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            if (status == 401) {
                exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"x\"");
            }
            exchange.sendResponseHeaders(status, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        pages.start();
        try {
            URI uri = URI.create("http://127.0.0.1:" + pages.getAddress().getPort());
            assertUnreachable(uri, "There is no IX-API at " + uri + ": " + message);
        } finally {
            pages.stop(0);
        }
    }

    @Test
    void aWrongBasePath() {
        URI wrong = STUB.target().baseUri().resolve("/wrong");

        assertUnreachable(wrong, "Does the address have its path, such as /api/v2?");
    }

    private static void assertUnreachable(URI address, String message, String... more) {
        Outcome outcome = Outcome.against(address, STUB.target(), more);

        assertThat(outcome.err()).contains(message).doesNotContain("\tat ").hasLineCount(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.code()).isEqualTo(3);
    }
}
