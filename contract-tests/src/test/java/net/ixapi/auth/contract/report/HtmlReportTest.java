package net.ixapi.auth.contract.report;

import static org.assertj.core.api.Assertions.assertThat;

import net.ixapi.auth.contract.findings.Level;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
    private final String page = ReportFiles.html(SampleReport.hostile());

    @Test
    void whatAServerSaysIsTextAndNoMarkup() {
        assertThat(page)
                .doesNotContainIgnoringCase("<script")
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;");
    }

    @Test
    void loadsNothingAndRunsNothing() {
        assertThat(page)
                .doesNotContainPattern("(?i)<(script|link|img|iframe|object|embed|base|form)\\b")
                .doesNotContainPattern("(?i)<a href=\"(?!#)")
                .doesNotContainPattern("(?i)<[^>]*\\s(src|action|on\\w+)=")
                .doesNotContainPattern("(?i)@import|url\\(");
    }

    @Test
    void hasTheVerdictOfItsReport() {
        assertThat(page)
                .contains("<header class=\"not_conformant\">", "<h1>The server does not keep the contract.</h1>");
        assertThat(ReportFiles.html(SampleReport.of()))
                .contains("<header class=\"conformant\">", "<h1>The server keeps the contract.</h1>");
    }

    @Test
    void whatRequirementsHaveBetweenBackticksIsCode() {
        assertThat(ReportFiles.html(SampleReport.of(
                        SampleReport.finding("AUTH-HTTP-005", Level.VIOLATION, "POST /x", "405 does not name it"))))
                .contains(
                        "the right methods in <code>Allow</code>.</h3>", "Send <code>Allow: POST</code> with each 405.")
                .doesNotContain("&#x60;");
    }

    @Test
    void countsOneAsOne() {
        assertThat(page).contains("<b>1</b> violation<", "<b>1</b> weakness<", "<b>1</b> info<");
        assertThat(ReportFiles.html(SampleReport.of())).contains("<b>0</b> violations<", "<b>0</b> weaknesses<");
    }
}
