package net.ixapi.auth.contract.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import net.ixapi.auth.contract.targets.EmbeddedStub;
import net.ixapi.auth.contract.wire.RawServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** In a JVM of its own, since the JDK knows one user of proxies for all connections. */
@Tag("long")
class ProxyUserTest {
    private static final String REFUSED = "HTTP/1.1 401 Unauthorized\r\nContent-Length: 2\r\n\r\n{}";
    private static final String TOLD = "\r\nProxy-authorization: Basic Y2FuYXJ5LXVzZXI6Y2FuYXJ5OnB3\r\n";
    private static final String UNKNOWN =
            "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"p\"\r\nContent-Length: 0\r\n\r\n";

    @Test
    void theProxyIsToldTheUserAndNobodyElse() throws Exception {
        RawServer.Script proxy = dialogue -> {
            if (!dialogue.request().contains(TOLD)) {
                dialogue.send(UNKNOWN);
                return;
            }
            dialogue.send("HTTP/1.1 200 Connection established\r\n\r\n");
            RawServer.answering(REFUSED).play(dialogue);
        };
        try (RawServer server = RawServer.playing(proxy)) {
            String printed = run("http://127.0.0.1:" + server.uri().getPort());

            assertThat(server.requests())
                    .filteredOn(request -> request.contains(TOLD))
                    .isNotEmpty()
                    .allMatch(request -> request.startsWith("CONNECT ix.example:80 "));
            assertThat(printed).contains("The server refuses the credentials").doesNotContain("canary");
        }
    }

    @Test
    void aWrongPasswordIsNotTriedAgainAndAgain() throws Exception {
        try (RawServer server = RawServer.playing(RawServer.answering(UNKNOWN))) {
            String printed = run("http://127.0.0.1:" + server.uri().getPort());

            assertThat(printed)
                    .contains("Nothing answers at", "the proxy refused the connection with 407 (--proxy-user takes");
            assertThat(server.requests()).hasSizeLessThan(4);
        }
    }

    private static String run(String proxy) throws IOException, InterruptedException {
        ProcessBuilder command = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ContractCommand.class.getName(),
                        "--base-url",
                        "http://ix.example/api/v2",
                        "--proxy",
                        proxy))
                .redirectErrorStream(true);
        command.environment().put("IX_API_KEY", EmbeddedStub.API_KEY);
        command.environment().put("IX_API_SECRET", EmbeddedStub.API_SECRET);
        command.environment().put("IX_API_PROXY_USER", "canary-user:canary:pw");
        Process process = command.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return printed;
    }
}
