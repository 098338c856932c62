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
        assertThat(GithubReport.annotations(report).lines())
                .hasSize(2)
                .satisfiesExactly(
                        error -> assertThat(error)
                                .startsWith(
                                        "::error title=AUTH-LOGIN-001::POST /x: 50%25 refused%0A::error::forged%0A"),
                        warning -> assertThat(warning).startsWith("::warning title=AUTH-LOGIN-007::POST /x: slow%0A"));
        assertThat(GithubReport.annotations(SampleReport.strict(report))).contains("::error title=AUTH-LOGIN-007::");
    }

    @Test
    void whatIsAcceptedIsInTheSummaryOnly() {
        String day = SampleReport.TODAY.toString();
        Baseline baseline = new Baseline(List.of(
                new BaselineEntry("AUTH-LOGIN-001", "POST /x", "", "ticket 7", day),
                new BaselineEntry("AUTH-LOGIN-002", "POST /x", "", "ticket 8", day)));
        About about = new About("Example IX", "1.2", "noc@ix.example", "java -jar suite.jar");
        Report accepted = new Report(SampleReport.of(VIOLATION).run(), baseline, false, about);

        assertThat(GithubReport.annotations(accepted))
                .isEqualTo("::error title=Baseline::AUTH-LOGIN-002 POST /x is not found any more: delete the entry\n");
        assertThat(ReportFiles.summary(accepted))
                .startsWith("## ❌ The baseline is out of date.")
                .contains(
                        "Example IX 1.2 at", "accepted: ticket 7", "- Baseline: AUTH-LOGIN-002", "java -jar suite.jar");
    }

    @Test
    void soIsWhateverElseFailsTheRun() {
        assertThat(GithubReport.annotations(SampleReport.unseen()))
                .isEqualTo("::error title=Not covered::POST /x 200 is in the document, but never came\n");
        assertThat(GithubReport.annotations(SampleReport.of(GeneratedClientResultTest.AT_FAULT)))
                .isEqualTo("::error title=Fault of the suite::POST /x 200: it differs\n");
    }

    @Test
    void markupOfAServerIsText() {
        Report hostile = SampleReport.of(
                SampleReport.finding("AUTH-LOGIN-001", Level.VIOLATION, "POST /x", SampleReport.HOSTILE));

        assertThat(ReportFiles.summary(hostile)).doesNotContain("<script").contains("&lt;script&gt;");
    }
}
