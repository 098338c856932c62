package net.ixapi.auth.contract.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.requirements.Requirements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class JUnitReportTest {
    @Test
    void isXmlWhateverAServerSays() throws Exception {
        Document xml = parsed(ReportFiles.junit(SampleReport.hostile()));

        assertThat(xml.getDocumentElement().getTextContent()).contains("<script>alert('x')</script>", "]]>");
    }

    @Test
    void isTheSameInAFile(@TempDir Path folder) throws Exception {
        ReportFiles.write(SampleReport.hostile(), folder);

        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(Files.newInputStream(folder.resolve("junit.xml")))
                        .getElementsByTagName("failure")
                        .getLength())
                .isOne();
    }

    @Test
    void eachRequirementIsATestCase() throws Exception {
        Element suite = parsed(ReportFiles.junit(SampleReport.hostile())).getDocumentElement();
        long requirements = Requirements.ofTheContract().stream()
                .filter(requirement -> requirement.id().startsWith("AUTH-"))
                .count();

        assertThat(suite.getAttribute("time")).isEqualTo("1.234");
        assertThat(suite.getElementsByTagName("testcase").getLength()).isEqualTo((int) requirements + 3);
        assertThat(suite.getAttribute("tests")).isEqualTo("" + (requirements + 3));
        assertThat(((Element) suite.getElementsByTagName("testcase").item(1)).getAttribute("name"))
                .startsWith("AUTH-LOGIN-002: Log-ins at the same time");
    }

    @Test
    void whatDoesNotFailTheRunIsSaidNevertheless() throws Exception {
        Report weak = SampleReport.of(SampleReport.finding("AUTH-LOGIN-001", Level.WEAKNESS, "POST /x", "slow"));

        assertThat(ReportFiles.junit(weak)).contains("<skipped message=\"weakness: POST /x: slow\"/>");
    }

    @Test
    void weaknessesAreFailuresWhereSomebodySaysSo() throws Exception {
        Report weak = SampleReport.of(SampleReport.finding(Level.WEAKNESS), SampleReport.finding(Level.INFO));

        assertThat(parsed(ReportFiles.junit(weak)).getDocumentElement().getAttribute("failures"))
                .isEqualTo("0");
        assertThat(parsed(ReportFiles.junit(SampleReport.strict(weak)))
                        .getDocumentElement()
                        .getAttribute("failures"))
                .isEqualTo("1");
    }

    /** The sample has run two checks. */
    @Test
    void aNoteDoesNotProveWhatItsCheckDidNotSee() throws Exception {
        Report noted = SampleReport.of(SampleReport.finding("AUTH-REFRESH-008", Level.INFO, "POST /x", "not seen"));

        assertThat(noted.requirements())
                .filteredOn(requirement -> requirement.requirement().id().equals("AUTH-REFRESH-008"))
                .extracting(RequirementResult::state)
                .containsExactly("not run");
    }

    @Test
    void aRunThatProvedTooLittleIsNoSuccess() throws Exception {
        Element suite =
                parsed(ReportFiles.junit(SampleReport.ended("of patience"))).getDocumentElement();

        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(suite.getElementsByTagName("failure").item(0).getTextContent())
                .contains("the run ended before its last check: of patience");
    }

    private static Document parsed(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }
}
