package net.ixapi.auth.contract.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.ixapi.auth.contract.findings.Level;
import org.junit.jupiter.api.Test;

class GithubReportTest {
    private static final ReportedFinding VIOLATION =
            SampleReport.finding("AUTH-LOGIN-001", Level.VIOLATION, "POST /x", "50% refused\n::error::forged");

    private static final ReportedFinding WEAKNESS =
            SampleReport.finding("AUTH-LOGIN-007", Level.WEAKNESS, "POST /x", "slow");

    private final Report report = SampleReport.of(VIOLATION, WEAKNESS, SampleReport.finding(Level.INFO));

    @Test
    void eachFindingIsOneAnnotationWhateverAServerSays() {
        assertThat(GithubReport.annotations(report, false).lines())
                .hasSize(2)
                .satisfiesExactly(
                        error -> assertThat(error)
                                .startsWith(
                                        "::error title=AUTH-LOGIN-001::POST /x: 50%25 refused%0A::error::forged%0A"),
                        warning -> assertThat(warning).startsWith("::warning title=AUTH-LOGIN-007::POST /x: slow%0A"));
        assertThat(GithubReport.annotations(report, true)).contains("::error title=AUTH-LOGIN-007::");
    }

    @Test
    void whatIsAcceptedIsInTheSummaryOnly() {
        Report accepted = report.with(
                List.of(VIOLATION.accepted("ticket 7")),
                List.of("AUTH-LOGIN-002 is not found any more"),
                new Report.About("Example IX", "1.2", "noc@ix.example", "java -jar suite.jar"));

        assertThat(GithubReport.annotations(accepted, false)).isEmpty();
        assertThat(GithubReport.summary(accepted, false))
                .startsWith("## ❌ The baseline is out of date.")
                .contains(
                        "Example IX 1.2 at", "accepted: ticket 7", "- Baseline: AUTH-LOGIN-002", "java -jar suite.jar");
    }

    @Test
    void markupOfAServerIsText() {
        Report hostile = SampleReport.of(
                SampleReport.finding("AUTH-LOGIN-001", Level.VIOLATION, "POST /x", SampleReport.HOSTILE));

        assertThat(GithubReport.summary(hostile, false))
                .doesNotContain("<script")
                .contains("&lt;script&gt;");
    }
}
