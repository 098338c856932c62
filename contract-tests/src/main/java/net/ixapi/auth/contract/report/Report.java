package net.ixapi.auth.contract.report;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.ixapi.auth.contract.findings.Level;

/**
 * What came of a run. Immutable; holds no secret.
 *
 * @param contract title and version of the document
 * @param sha256 the document's checksum
 * @param target the server's address
 * @param started when the run began
 * @param took how long it took
 * @param calls how many requests were sent
 * @param checks every check that ran, and how it ended
 * @param coverage every answer in the document, and how often it came
 * @param findings what was found, the worst first
 */
public record Report(
        String contract,
        String sha256,
        URI target,
        Instant started,
        Duration took,
        int calls,
        List<CheckResult> checks,
        List<Coverage> coverage,
        List<Proof> findings) {
    /**
     * A check that ran.
     *
     * @param name its name
     * @param title what a server must do to pass
     * @param took how long it took; zero for those that look at others' answers
     */
    public record CheckResult(String name, String title, Duration took) {}

    /**
     * An answer in the document.
     *
     * @param operation such as {@code POST /auth/token}
     * @param status its status
     * @param times how often it came
     * @param problemTypes the problem types that came with it
     */
    public record Coverage(String operation, int status, int times, List<String> problemTypes) {}

    /** Copies the lists. */
    public Report {
        checks = List.copyOf(checks);
        coverage = List.copyOf(coverage);
        findings = List.copyOf(findings);
    }

    /**
     * Findings of one level.
     *
     * @param level the level
     * @return the findings in their order
     */
    public List<Proof> of(Level level) {
        return findings.stream().filter(finding -> finding.level() == level).toList();
    }

    /**
     * Findings of one check.
     *
     * @param check its name
     * @return the findings in their order
     */
    public List<Proof> of(String check) {
        return findings.stream()
                .filter(finding -> finding.check().equals(check))
                .toList();
    }

    /**
     * Answers in the document that never came.
     *
     * @return what the run did not prove
     */
    public List<Coverage> unseen() {
        return coverage.stream().filter(answer -> answer.times() == 0).toList();
    }

    /**
     * In one word.
     *
     * @param strict whether weaknesses count
     * @return what to say of the server
     */
    public Verdict verdict(boolean strict) {
        if (!of(Level.VIOLATION).isEmpty() || strict && !of(Level.WEAKNESS).isEmpty()) {
            return Verdict.NOT_CONFORMANT;
        }
        return unseen().isEmpty() ? Verdict.CONFORMANT : Verdict.PROVED_TOO_LITTLE;
    }
}
