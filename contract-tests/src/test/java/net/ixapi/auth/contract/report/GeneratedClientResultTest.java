package net.ixapi.auth.contract.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import net.ixapi.auth.openapi.document.PlainJson;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class GeneratedClientResultTest {
    private static final GeneratedClientResult RIGHT = new GeneratedClientResult(2, 6, List.of(), List.of(), List.of());
    private static final GeneratedClientResult OF_ANOTHER_DOCUMENT =
            new GeneratedClientResult(1, 3, List.of("POST /x 200"), List.of("POST /y"), List.of());
    static final GeneratedClientResult AT_FAULT =
            new GeneratedClientResult(1, 1, List.of(), List.of(), List.of("POST /x 200: it differs"));

    @Test
    void theSummaryIsALineOfTheConsole() {
        assertThat(console(RIGHT))
                .contains("\n  generated client    2 operations, 6 of 6 documented responses, all typed and valid\n");
        assertThat(console(OF_ANOTHER_DOCUMENT))
                .contains(
                        "1 operation, 2 of 3 documented responses typed and valid; not in the generated client: POST /y\n");
        assertThat(console(GeneratedClientResult.NONE)).doesNotContain("generated client");
    }

    @Test
    void whatCameButNotToTheGeneratedClientIsNotProven() {
        assertThat(SampleReport.of(OF_ANOTHER_DOCUMENT).run().unexercised())
                .containsExactly("POST /x 200 was never seen in the generated client");
        assertThat(SampleReport.of(OF_ANOTHER_DOCUMENT).verdict()).isEqualTo(Verdict.PROVED_TOO_LITTLE);
    }

    @Test
    void whatTheClientWasNotGeneratedFromNeedNotBeProven() {
        GeneratedClientResult absent =
                new GeneratedClientResult(1, 1, List.of("POST /x 200"), List.of("POST /x 200"), List.of());

        assertThat(SampleReport.strict(SampleReport.of(absent)).verdict()).isEqualTo(Verdict.CONFORMANT);
    }

    @Test
    void aFaultOfTheSuiteIsTheVerdict() {
        assertThat(SampleReport.of(AT_FAULT).verdict()).isEqualTo(Verdict.SUITE_AT_FAULT);
        assertThat(console(AT_FAULT))
                .contains("  ! fault of the suite: POST /x 200: it differs\n")
                .endsWith("The suite itself is at fault: please report that.");
        assertThat(ReportFiles.html(SampleReport.of(AT_FAULT))).contains("Fault of the suite: POST /x 200: it differs");
        assertThat(PlainJson.read(ReportFiles.json(SampleReport.of(AT_FAULT)))
                        .at("/generatedClient/faults/0")
                        .asText())
                .isEqualTo("POST /x 200: it differs");
    }

    @Test
    void aFaultOfTheSuiteIsAnErrorOfItsTestAndNoFailure() throws Exception {
        Element suite = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(ReportFiles.junit(SampleReport.of(AT_FAULT)))))
                .getDocumentElement();

        assertThat(suite.getAttribute("errors")).isEqualTo("1");
        assertThat(suite.getAttribute("failures")).isEqualTo("0");
        assertThat(suite.getElementsByTagName("error").item(0).getTextContent()).isEqualTo("POST /x 200: it differs");
    }

    private static String console(GeneratedClientResult result) {
        return new ConsoleReport(false).text(SampleReport.of(result));
    }
}
