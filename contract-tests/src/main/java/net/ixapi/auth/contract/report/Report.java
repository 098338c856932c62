package net.ixapi.auth.contract.report;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.ixapi.auth.contract.checks.Catalogue;
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
 * @param partial whether only a part of the checks was asked for, which is not meant to prove everything
 * @param ended why the run ended before its last check; empty where it did not
 * @param checks every check that ran, and how it ended
 * @param seed what the choices of the run came from
 * @param coverage every answer in the document, and how often it came
 * @param rules every rule in the document for what is sent, and how often it was tried
 * @param generatedClient what callers of the generated client got
 * @param untried operations of the document that were not tried, one sentence for each
 * @param findings what was found, the worst first
 */
public record Report(
        String contract,
        String sha256,
        URI target,
        Instant started,
        Duration took,
        int calls,
        boolean partial,
        String ended,
        List<CheckResult> checks,
        long seed,
        List<Coverage> coverage,
        List<Rule> rules,
        GeneratedClientResult generatedClient,
        List<String> untried,
        List<ReportedFinding> findings) {
    /**
     * A check that ran.
     *
     * @param name its name
     * @param title what a server must do to pass
     * @param took how long it took; zero for those that look at others' answers
     * @param notRun why it did not run; empty where it did
     */
    public record CheckResult(String name, String title, Duration took, String notRun) {}

    /**
     * An answer in the document.
     *
     * @param operation such as {@code POST /auth/token}
     * @param status its status
     * @param documented whether the document has it
     * @param times how often it came
     * @param mediaTypes the media types of the document, and those that came
     * @param problemTypes the problem types of the document, and those that came
     */
    public record Coverage(
            String operation,
            int status,
            boolean documented,
            int times,
            List<Kind> mediaTypes,
            List<Kind> problemTypes) {
        /** Copies the lists. */
        public Coverage {
            mediaTypes = List.copyOf(mediaTypes);
            problemTypes = List.copyOf(problemTypes);
        }
    }

    /**
     * A kind of answer.
     *
     * @param name a media type or a problem type
     * @param documented whether the document has it
     * @param times how often it came
     */
    public record Kind(String name, boolean documented, int times) {}

    /**
     * A rule in the document for what is sent.
     *
     * @param operation such as {@code POST /auth/token}
     * @param rule such as {@code api_key maxLength}
     * @param valid how many bodies kept to it
     * @param invalid how many bodies broke it
     */
    public record Rule(String operation, String rule, int valid, int invalid) {
        /** Any good body keeps to the others. */
        private boolean hasTwoSides() {
            return !rule.endsWith(" required") && !rule.endsWith(" type");
        }
    }

    /** Copies the lists. */
    public Report {
        checks = List.copyOf(checks);
        coverage = List.copyOf(coverage);
        rules = List.copyOf(rules);
        untried = List.copyOf(untried);
        findings = List.copyOf(findings);
    }

    /**
     * Findings of one level.
     *
     * @param level the level
     * @return the findings in their order
     */
    public List<ReportedFinding> of(Level level) {
        return findings.stream().filter(finding -> finding.level() == level).toList();
    }

    /**
     * Findings of one check.
     *
     * @param check its name
     * @return the findings in their order
     */
    public List<ReportedFinding> of(String check) {
        return findings.stream()
                .filter(finding -> finding.check().equals(check))
                .toList();
    }

    /**
     * What is in the document, but not in this run: answers and media types that never came, rules that were not tried.
     *
     * @return one sentence for each; empty where the run proves what it says
     */
    public List<String> unexercised() {
        List<String> all = new ArrayList<>();
        if (!ended.isEmpty()) {
            all.add("the run ended before its last check: " + ended);
        }
        // Where no check ran, nothing else is worth a sentence.
        if (!partial && !checks.isEmpty()) {
            all.addAll(untried);
            coverage.forEach(response -> unexercised(response, all));
            rules.forEach(rule -> unexercised(rule, all));
            untyped(all);
        }
        return all;
    }

    private static void unexercised(Coverage response, List<String> all) {
        String name = response.operation() + " " + response.status();
        if (response.times() == 0) {
            all.add(name + " is in the document, but never came");
        }
        response.mediaTypes().stream()
                .filter(kind -> response.times() > 0 && kind.documented() && kind.times() == 0)
                .forEach(kind -> all.add(name + " never came as " + kind.name()));
    }

    private static void unexercised(Rule rule, List<String> all) {
        String name = rule.operation() + ": '" + rule.rule() + "'";
        if (rule.invalid() == 0) {
            all.add(name + " was not tried");
        } else if (rule.hasTwoSides() && rule.valid() == 0) {
            all.add(name + " was tried on one side only");
        }
    }

    /** Of what the operation does wrong, findings speak, and of what never came at all, the coverage. */
    private void untyped(List<String> all) {
        coverage.stream()
                .filter(answer -> answer.times() > 0 && !isViolated(answer.operation()))
                .map(answer -> answer.operation() + " " + answer.status())
                .filter(answer -> generatedClient.missing().contains(answer)
                        && !generatedClient.absent().contains(answer))
                .forEach(answer -> all.add(answer + " never came to the generated client"));
    }

    private boolean isViolated(String operation) {
        return of(Level.VIOLATION).stream().anyMatch(finding -> finding.isAbout(operation));
    }

    /**
     * In one word.
     *
     * @param strict whether weaknesses count
     * @return what to say of the server
     */
    public Verdict verdict(boolean strict) {
        if (!generatedClient.faults().isEmpty()) {
            return Verdict.SUITE_AT_FAULT;
        } else if (!of(Level.VIOLATION).isEmpty()
                || strict && !of(Level.WEAKNESS).isEmpty()) {
            return Verdict.NOT_CONFORMANT;
        }
        return unexercised().isEmpty() ? Verdict.CONFORMANT : Verdict.PROVED_TOO_LITTLE;
    }

    /**
     * The verdict for people.
     *
     * @param strict whether weaknesses count
     * @return one sentence, which claims no more than was checked
     */
    public String sentence(boolean strict) {
        Verdict verdict = verdict(strict);
        return partial && verdict == Verdict.CONFORMANT
                ? "The selected checks found nothing (" + checks.size() + " of "
                        + Catalogue.titles().size() + ")."
                : verdict.text();
    }
}
