package net.ixapi.auth.contract.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.ixapi.auth.contract.findings.Level;
import org.junit.jupiter.api.Test;

class ConsoleReportTest {
    /** All that a terminal may take for a command (C1 of ISO 6429 included) or turns text around, but for line breaks. */
    private static final Pattern CONTROLS = Pattern.compile("[\\x00-\\x09\\x0B-\\x1F\\x7F-\\x9F\\x{202E}]");

    @Test
    void noControlCharacterOfAServerReachesATerminal() {
        String plain = new ConsoleReport(false).text(SampleReport.hostile());
        String coloured = new ConsoleReport(true).text(SampleReport.hostile());

        assertThat(plain).doesNotContainPattern(CONTROLS).contains("<script>");
        assertThat(coloured.replaceAll("\u001b\\[(31|33|36|0)m", "")).doesNotContainPattern(CONTROLS);
    }

    @Test
    void coloursAreOnlyForTerminals() {
        assertThat(new ConsoleReport(true).text(SampleReport.hostile())).contains("\u001b[31m");
        assertThat(new ConsoleReport(false).text(SampleReport.hostile())).doesNotContain("\u001b");
    }

    @Test
    void saysWhatWasFoundAndWhatItMeans() {
        String text = new ConsoleReport(false).text(SampleReport.hostile());

        assertThat(text)
                .startsWith(
                        "Contract 1 (sha256 000000000000), seed 1\nagainst http://127.0.0.1/api/v2, 42 requests in 1234 ms\n")
                .contains("violation AUTH-LOGIN-001 [log-in] POST /x: ", "and so 2 times", "reproduce  ")
                .endsWith("  1 violation, 1 weakness, 1 info. The server does not keep the contract.");
    }

    @Test
    void weaknessesCountWhereSomebodySaysSo() {
        Report weak = SampleReport.of(SampleReport.finding(Level.WEAKNESS));

        assertThat(new ConsoleReport(false).text(weak)).endsWith("The server keeps the contract.");
        assertThat(new ConsoleReport(false).text(SampleReport.strict(weak)))
                .endsWith("The server does not keep the contract.");
    }
}
