package net.ixapi.auth.contract.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import net.ixapi.auth.contract.document.OpenApiDocument;
import net.ixapi.auth.contract.findings.Finding;
import net.ixapi.auth.contract.findings.Findings;
import net.ixapi.auth.contract.findings.Secrets;
import net.ixapi.auth.contract.targets.ContractTarget;
import net.ixapi.auth.contract.wire.Limits;
import net.ixapi.auth.contract.wire.RawServer;
import net.ixapi.auth.contract.wire.Route;
import net.ixapi.auth.contract.wire.Sleeper;
import net.ixapi.auth.contract.wire.Wire;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BypassAttemptsTest {
    private final Findings findings = new Findings(check -> true);

    /** Many proxies show a page to log in, and many servers say in the body only that something went wrong. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"access_token":"x"} | wrong credentials log in: a key, a secret
            {"error":"no"}       | what is not accepted brings 200, but no tokens
            <html>Log in</html>  | what is not accepted brings 200, but no tokens
            """)
    void aSuccessWithoutTokensLetsNobodyIn(String body, String cause) {
        String response = "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
        try (RawServer server = RawServer.playing(RawServer.answering(response));
                Wire wire = new Wire(server.uri(), Route.DIRECT, Limits.DEFAULT, Sleeper.REAL)) {
            ContractTarget target = new ContractTarget(server.uri(), "key of nobody's", "secret of nobody's");
            OpenApiDocument document = OpenApiDocument.ofTheContract();
            Probe probe = new Probe(
                    target, document, wire, new Secrets(), findings, Options.DEFAULT, Clock.systemUTC(), Sleeper.REAL);
            CheckContext context = new CheckContext(
                    probe,
                    new Fixtures(probe),
                    "credentials",
                    document.operations().get(0));
            BypassAttempts attempts = new BypassAttempts(context);
            attempts.make("a key", context.request("{}"), context.unauthenticated(""));
            attempts.make("a secret", context.request("{}"), context.unauthenticated(""));
            attempts.report("wrong credentials log in");
        }

        assertThat(findings.sorted()).extracting(Finding::cause).containsExactly(cause);
    }
}
