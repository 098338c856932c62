package net.ixapi.auth.contract.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.report.ReportFiles;
import net.ixapi.auth.contract.report.ReportedFinding;
import net.ixapi.auth.contract.report.SampleReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {
    private static final ReportedFinding REFUSED = finding("AUTH-LOGIN-001", Level.VIOLATION, "refused");
    private static final ReportedFinding SLOW = finding("AUTH-LOGIN-007", Level.WEAKNESS, "slow");
    private static final ReportedFinding NOTE = finding("AUTH-OPEN-001", Level.INFO, "lives for 900 s");

    @TempDir
    private Path folder;

    @Test
    void saysWhatIsNewGoneAndChanged() throws Exception {
        Path older = written("old", REFUSED, NOTE);
        Path newer = written("new", SLOW, finding("AUTH-OPEN-001", Level.INFO, "lives for 60 s"));

        Outcome outcome = Outcome.of("compare", older.toString(), newer.toString());

        assertThat(outcome.code()).isOne();
        assertThat(outcome.out())
                .contains("gone     AUTH-LOGIN-001 POST /x", "- violation: refused")
                .contains("new      AUTH-LOGIN-007 POST /x", "+ weakness: slow")
                .contains("changed  AUTH-OPEN-001 POST /x", "- info: lives for 900 s", "+ info: lives for 60 s")
                .endsWith("There are new findings.\n");
    }

    @Test
    void lessThatIsWrongIsNoFailure() throws Exception {
        Outcome outcome = Outcome.of(
                "compare",
                written("old", REFUSED, SLOW).toString(),
                written("new", SLOW).toString());

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).contains("gone").endsWith("Nothing got worse.\n");
    }

    @Test
    void aServerIsNotComparedWithAClient() throws Exception {
        Path client = written("client");
        Files.writeString(client, Files.readString(client).replace("\"side\" : \"server\"", "\"side\" : \"client\""));

        Outcome outcome = Outcome.of("compare", written("server", REFUSED).toString(), client.toString());

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("One of the reports is of a server, and the other of a client");
    }

    /** As an expired token, for which only one of the two runs waited. */
    @Test
    void whatOneRunDidNotSeeIsNotGone() throws Exception {
        Path newer = written("new");
        Files.writeString(
                newer, Files.readString(newer).replaceFirst("\"notRun\" : \"\"", "\"notRun\" : \"too early\""));

        Outcome outcome = Outcome.of("compare", written("old", REFUSED).toString(), newer.toString());

        assertThat(outcome.out()).doesNotContain("gone").endsWith("Nothing has changed.\n");
    }

    /** A server may have sent what a terminal takes for a command. */
    @Test
    void noControlCharacterOfAReportGetsToTheTerminal() throws Exception {
        Path newer = written("new", finding("AUTH-LOGIN-001", Level.VIOLATION, "clears \u001b[2J the screen"));

        Outcome outcome = Outcome.of("compare", written("old").toString(), newer.toString());

        assertThat(outcome.out()).contains("clears \uFFFD[2J the screen");
    }

    @Test
    void saysThatNothingHasChanged() throws Exception {
        String report = written("same", REFUSED).toString();

        assertThat(Outcome.of("compare", report, report).out()).endsWith("Nothing has changed.\n");
    }

    @Test
    void whatIsNoReportIsAMistakeOfTheUser() throws Exception {
        String report = written("old").toString();
        Path other = Files.writeString(folder.resolve("other.json"), "{}");

        assertThat(Outcome.of("compare", report, other.toString()).err())
                .contains("(NEW.json): it is not a report.json of this suite");
        assertThat(Outcome.of("compare", report, "missing.json").code()).isEqualTo(2);
    }

    private static ReportedFinding finding(String requirement, Level level, String cause) {
        return SampleReport.finding(requirement, level, "POST /x", cause);
    }

    private Path written(String name, ReportedFinding... findings) throws IOException {
        ReportFiles.write(SampleReport.of(findings), folder.resolve(name));
        return folder.resolve(name).resolve("report.json");
    }
}
