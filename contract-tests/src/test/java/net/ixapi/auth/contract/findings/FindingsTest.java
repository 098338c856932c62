package net.ixapi.auth.contract.findings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FindingsTest {
    private final Findings findings = new Findings();

    @Test
    void oneCauseIsOneFindingHoweverOftenItShows() {
        findings.add(finding("a", Level.VIOLATION, "POST /x", "200 for 201"));
        findings.add(finding("a", Level.VIOLATION, "POST /x", "200 for 201"));
        findings.add(finding("a", Level.VIOLATION, "POST /x", "200 for 201"));

        assertThat(findings.sorted()).singleElement().extracting(Finding::times).isEqualTo(3);
    }

    @Test
    void anotherCheckSubjectOrCauseIsAnotherFinding() {
        findings.add(finding("a", Level.VIOLATION, "POST /x", "200 for 201"));
        findings.add(finding("b", Level.VIOLATION, "POST /x", "200 for 201"));
        findings.add(finding("a", Level.VIOLATION, "POST /y", "200 for 201"));
        findings.add(finding("a", Level.VIOLATION, "POST /x", "202 for 201"));

        assertThat(findings.sorted()).hasSize(4).extracting(Finding::times).containsOnly(1);
    }

    @Test
    void theWorstComesFirstAndOtherwiseTheOldest() {
        findings.add(finding("1", Level.NOTE, "", ""));
        findings.add(finding("2", Level.VIOLATION, "", ""));
        findings.add(finding("3", Level.WEAKNESS, "", ""));
        findings.add(finding("4", Level.VIOLATION, "", ""));

        assertThat(findings.sorted()).extracting(Finding::check).containsExactly("2", "4", "3", "1");
    }

    @Test
    void isPrintedInOneLine() {
        assertThat(finding("a", Level.WEAKNESS, "POST /x", "200 for 201"))
                .hasToString("weakness a POST /x: 200 for 201");
    }

    private static Finding finding(String check, Level level, String subject, String cause) {
        return new Finding(check, level, subject, cause, "", "", "", null, 1);
    }
}
