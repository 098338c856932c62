package net.ixapi.auth.contract.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import net.ixapi.auth.contract.findings.Finding;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.findings.Secrets;
import net.ixapi.auth.contract.requirements.Requirements;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Request;
import org.junit.jupiter.api.Test;

class ReportedFindingsTest {
    private static final String CANARY = "canary-of-a-secret";

    /** The suite sends credentials in the query, and some servers take them there. */
    @Test
    void noPartOfARequestShowsASecret() {
        Secrets secrets = new Secrets();
        secrets.add(CANARY, "IX_API_SECRET");
        Request request =
                Request.json("POST", "/auth/token?a=" + CANARY, CANARY).withHeader("Authorization", "Bearer " + CANARY);
        Exchange exchange = new Exchange(request, null, null, Duration.ZERO);
        Finding finding = new Finding("", "", Level.VIOLATION, "", "", "", "", "", exchange, 1);

        assertThat(new ReportedFindings(URI.create("https://ix.example"), secrets).of(List.of(finding)))
                .singleElement()
                .satisfies(reported -> assertThat(reported.toString())
                        .doesNotContain(CANARY)
                        .contains("POST /auth/token?a=$IX_API_SECRET\n"));
    }

    /** A secret that people made up may have a word in common with what the suite says of a server. */
    @Test
    void wordsOfTheSuiteAreNoSecret() {
        Secrets secrets = new Secrets();
        secrets.add("wrong-credentials-log-in-9", "IX_API_SECRET");
        secrets.allow(URI.create("https://ix.example"), Requirements.words());
        Finding finding = new Finding(
                "",
                "",
                Level.VIOLATION,
                "",
                "wrong credentials log in: credentials",
                "no credentials",
                "",
                "text/wrong-credentials-log-in",
                null,
                1);

        assertThat(new ReportedFindings(URI.create("https://ix.example"), secrets).of(List.of(finding)))
                .singleElement()
                .satisfies(reported -> assertThat(reported.cause()).isEqualTo("wrong credentials log in: credentials"))
                .satisfies(reported -> assertThat(reported.expected()).isEqualTo("no credentials"))
                .satisfies(reported -> assertThat(reported.got()).doesNotContain("credentials"));
    }
}
