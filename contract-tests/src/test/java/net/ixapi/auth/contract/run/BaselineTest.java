package net.ixapi.auth.contract.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.report.Baseline;
import net.ixapi.auth.contract.report.Report;
import net.ixapi.auth.contract.report.ReportedFinding;
import net.ixapi.auth.contract.report.SampleReport;
import net.ixapi.auth.contract.report.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselineTest {
    private static final LocalDate TODAY = SampleReport.TODAY;
    private static final String ENTRY =
            "- {requirement: AUTH-LOGIN-001, operation: POST /x, reason: ticket 7, until: '2026-11-26'}\n";

    @TempDir
    private Path folder;

    @Test
    void whatItAcceptsDoesNotFailTheRunUntilTheEndOfTheDay() throws Exception {
        Report wrong = SampleReport.of(violation("POST /x"));

        assertThat(wrong.verdict()).isEqualTo(Verdict.NOT_CONFORMANT);
        assertThat(judged(ENTRY, wrong).verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(judged(ENTRY, wrong).findings())
                .extracting(ReportedFinding::accepted)
                .containsExactly("ticket 7");
    }

    /** A server that never sends what it should could not be accepted otherwise. */
    @Test
    void whatAnAcceptedViolationExpectsNeedNotBeSeen() throws Exception {
        assertThat(judged(ENTRY, SampleReport.unseen(expecting("200 or 201"))).verdict())
                .isEqualTo(Verdict.ACCEPTED);

        Report other = judged(ENTRY, SampleReport.unseen(expecting("401")));
        assertThat(other.verdict()).isEqualTo(Verdict.PROVED_TOO_LITTLE);
        assertThat(other.sentence())
                .isEqualTo("Each violation is accepted by the baseline, but what was seen was too little.");
    }

    @Test
    void anEntryThatHasExpiredAcceptsNothingAndIsNamed() throws Exception {
        Report judged = judged(ENTRY.replace("11-26", "11-25"), SampleReport.of(violation("POST /x")));

        assertThat(judged.verdict()).isEqualTo(Verdict.NOT_CONFORMANT);
        assertThat(judged.outdated()).containsExactly("AUTH-LOGIN-001 POST /x was accepted until 2026-11-25");
    }

    @Test
    void anEntryThatNothingNeedsFailsTheRun() throws Exception {
        Report judged = judged(ENTRY, SampleReport.of());

        assertThat(judged.verdict()).isEqualTo(Verdict.BASELINE_OUTDATED);
        assertThat(judged.outdated()).containsExactly("AUTH-LOGIN-001 POST /x is not found any more: delete the entry");
    }

    @Test
    void whatWasNotLookedForIsNotStale() throws Exception {
        String other = ENTRY.replace("AUTH-LOGIN-001", "AUTH-SECRET-001");
        String skipped = ENTRY.replace("AUTH-LOGIN-001", "AUTH-HTTP-004");

        assertThat(judged(other, SampleReport.of()).outdated()).isEmpty();
        assertThat(judged(skipped, SampleReport.of()).outdated()).isEmpty();
        assertThat(judged(ENTRY, SampleReport.ended("of patience")).outdated()).isEmpty();
    }

    @Test
    void aFindingOfTwoOperationsNeedsAnEntryForEach() throws Exception {
        Report wrong = SampleReport.of(violation("POST /x, POST /y"));

        assertThat(judged(ENTRY, wrong).verdict()).isEqualTo(Verdict.NOT_CONFORMANT);
        assertThat(judged(ENTRY + ENTRY.replace("/x", "/y"), wrong).verdict()).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void aWrittenFileKeepsWhatIsNeededDropsTheRestAndAsksForReasons() throws Exception {
        Path file = folder.resolve("baseline.yaml");
        String stale = ENTRY.replace("AUTH-LOGIN-001", "AUTH-LOGIN-002");
        Report wrong = SampleReport.of(violation("POST /x, POST /y"), SampleReport.finding(Level.INFO));
        write(ENTRY + stale, wrong, file);

        assertThat(Files.readString(file))
                .startsWith("# Findings")
                .contains("ticket 7")
                .doesNotContain("LOGIN-002");
        assertThatThrownBy(() -> Baseline.read(file)).hasMessageContaining("AUTH-LOGIN-001 POST /y: it has no reason");

        Files.writeString(file, Files.readString(file).replace("reason: ''", "reason: ticket 8"));
        assertThat(Files.readString(file)).contains("until: " + TODAY.plusMonths(3));
        Files.writeString(file, Files.readString(file).replace("11-26", "11-25"));
        assertThat(Baseline.read(file).outdated(wrong.run()))
                .containsExactly("AUTH-LOGIN-001 POST /x was accepted until 2026-11-25");
    }

    @Test
    void aFileThatIsNotYamlIsOneLineWithAPlace() throws Exception {
        Path file = folder.resolve("baseline.yaml");
        for (String nothing : List.of("", "# all mended\n\n")) {
            assertThat(Baseline.read(Files.writeString(file, nothing)).entries())
                    .isEmpty();
        }
        for (String yaml :
                List.of("- {requirement: [", "- reason: x\n  reason: again", "- " + "[".repeat(20_000), "\u00ff")) {
            Files.writeString(file, yaml, StandardCharsets.ISO_8859_1);
            assertThatThrownBy(() -> Baseline.read(file))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageMatching("There is no YAML in .*baseline\\.yaml(:\\d+)*: .*");
        }
    }

    @Test
    void aWrittenFileKeepsWhatWasNotLookedFor() throws Exception {
        Path file = folder.resolve("baseline.yaml");
        String other = ENTRY.replace("AUTH-LOGIN-001", "AUTH-SECRET-001");
        String client =
                "- {requirement: CLIENT-TLS-002, scenario: untrusted-certificate, reason: ticket 9, until: '2026-12-01'}\n";
        String over = ENTRY.replace("AUTH-LOGIN-001", "AUTH-SECRET-002").replace("11-26", "11-25");
        write(ENTRY + other + client + over, SampleReport.of(), file);

        assertThat(Baseline.read(file).entries())
                .isEqualTo(baseline(other + client).entries());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            AUTH-LOGIN-001 | AUTH-LOGIN-999    | there is no such requirement
            AUTH-LOGIN-001 | CLIENT-TLS-002    | a requirement of servers has an operation, and one of clients a scenario
            operation      | scenario          | a requirement of servers has an operation, and one of clients a scenario
            ticket 7       | ' '               | it has no reason
            '2026-11-26'   | soon              | 'until' must be a day such as 2027-01-31
            reason         | why               | must be a list of objects with requirement, operation (of a client: scenario), reason
            '- {'          | '-\n- {'          | must be a list of objects with requirement
            '- {'          | '- {{'            | There is no YAML in
            """)
    void whatIsWrongWithAFileIsSaid(String text, String mistake, String message) {
        assertThatThrownBy(() -> baseline(ENTRY.replace(text, mistake)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    private static ReportedFinding expecting(String status) {
        ReportedFinding.Proof none = new ReportedFinding.Proof("", "", "");
        return new ReportedFinding(
                "AUTH-LOGIN-001",
                "AUTH-LOGIN-001",
                "log-in",
                Level.VIOLATION,
                "POST /x",
                "refused",
                status,
                "",
                "",
                1,
                none,
                "");
    }

    private static ReportedFinding violation(String operations) {
        return SampleReport.finding("AUTH-LOGIN-001", Level.VIOLATION, operations, "refused");
    }

    private Report judged(String yaml, Report report) throws IOException {
        return new Report(report.run(), baseline(yaml), report.strict(), report.about());
    }

    private void write(String yaml, Report report, Path file) throws IOException {
        baseline(yaml).write(report.run(), file);
    }

    private Baseline baseline(String yaml) throws IOException {
        return Baseline.read(Files.writeString(folder.resolve("read.yaml"), yaml));
    }
}
