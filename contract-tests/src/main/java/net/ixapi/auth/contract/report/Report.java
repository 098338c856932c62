package net.ixapi.auth.contract.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import net.ixapi.auth.contract.checks.Catalogue;
import net.ixapi.auth.contract.findings.Level;

/**
 * What came of a run. Holds no secret; immutable, as its lists are. What is serialized of it are properties of {@code report.json}, as
 * {@code report.schema.json} describes them.
 *
 * @param contract the document
 * @param target the server's address
 * @param started when the run began
 * @param took how long it took
 * @param calls how many requests were sent
 * @param seed what the choices of the run came from
 * @param partial whether only a part of the checks was asked for, which is not meant to prove everything
 * @param ended why the run ended before its last check; empty where it did not
 * @param checks every check that ran, and how it ended
 * @param coverage every response in the document, and how often it came
 * @param rules every rule in the document for what is sent, and how often it was tried
 * @param generatedClient what callers of the generated client got
 * @param untried operations of the document that were not tried, one sentence for each
 * @param findings what was found, the worst first
 * @param outdated what the baseline accepts without need, or no more, one sentence for each
 * @param about who was checked, and how
 * @param har the archive of the run; empty where nobody asked for it
 */
public record Report(
        Contract contract,
        URI target,
        @JsonSerialize(using = ToStringSerializer.class) Instant started,
        @JsonIgnore Duration took,
        int calls,
        long seed,
        boolean partial,
        @JsonIgnore String ended,
        @JsonIgnore List<CheckResult> checks,
        List<Coverage> coverage,
        List<Rule> rules,
        GeneratedClientResult generatedClient,
        @JsonIgnore List<String> untried,
        List<ReportedFinding> findings,
        List<String> outdated,
        About about,
        @JsonIgnore Map<String, Object> har) {
    /**
     * What the one who started the run says of it. Each text may be empty.
     *
     * @param server the name of the server
     * @param version its version
     * @param contact whom to ask about it
     * @param repeat the command that repeats the run, without secrets
     */
    public record About(String server, String version, String contact, String repeat) {
        /** Of a run of which nobody has said anything. */
        public static final About NOTHING = new About("", "", "", "");

        /** What stands before the server's address. */
        String prefix() {
            return server.isEmpty() ? "" : (server + " " + version).strip() + " at ";
        }
    }

    /**
     * The document that a server was checked against.
     *
     * @param title its title and version
     * @param sha256 its checksum
     */
    public record Contract(String title, String sha256) {}

    /**
     * A check that ran.
     *
     * @param name its name
     * @param title what a server must do to pass
     * @param took how long it took; zero for those that look at others' responses
     * @param notRun why it did not run; empty where it did
     */
    public record CheckResult(String name, String title, Duration took, String notRun) {}

    /**
     * A response in the document.
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
        private String name() {
            return operation + " " + status;
        }

        String state() {
            return !documented ? "foreign" : times == 0 ? "unseen" : "seen";
        }

        private Stream<String> gaps() {
            return times == 0
                    ? Stream.of(name() + " is in the document, but never came")
                    : mediaTypes.stream()
                            .filter(kind -> kind.documented() && kind.times() == 0)
                            .map(kind -> name() + " never came as " + kind.name());
        }
    }

    /**
     * A kind of response.
     *
     * @param name a media type or a problem type
     * @param documented whether the document has it
     * @param times how often it came
     */
    public record Kind(String name, boolean documented, int times) {
        String state() {
            return !documented ? "foreign" : times == 0 ? "unseen" : "seen";
        }
    }

    /**
     * A rule in the document for what is sent.
     *
     * @param operation such as {@code POST /auth/token}
     * @param rule such as {@code api_key maxLength}
     * @param valid how many bodies kept to it
     * @param invalid how many bodies broke it
     * @param enforced whether all of those were refused
     */
    public record Rule(String operation, String rule, int valid, int invalid, boolean enforced) {
        String state() {
            return invalid == 0 ? "not tried" : enforced ? "enforced" : "not enforced";
        }

        private Stream<String> gaps() {
            // Any valid body keeps to the others.
            boolean hasTwoSides = !rule.endsWith(" required") && !rule.endsWith(" type");
            String gap = invalid == 0 ? "not tried" : hasTwoSides && valid == 0 ? "tried on one side only" : "";
            return gap.isEmpty() ? Stream.of() : Stream.of(operation + ": '" + rule + "' was " + gap);
        }
    }

    /** What was seen of an operation. */
    record OperationCoverage(String name, List<Coverage> responses, List<Rule> rules) {}

    /**
     * The same in the light of a baseline, and with a name.
     *
     * @param judged the findings, of which some are accepted
     * @param outOfDate what is out of date in the baseline, one sentence for each
     * @param told who was checked, and how
     * @return a report whose verdict counts what is not accepted
     */
    public Report with(List<ReportedFinding> judged, List<String> outOfDate, About told) {
        return with(judged, outOfDate, told, har);
    }

    /** The same with an archive of all exchanges. */
    public Report with(Map<String, Object> archive) {
        return with(findings, outdated, about, archive);
    }

    private Report with(List<ReportedFinding> judged, List<String> outOfDate, About told, Map<String, Object> archive) {
        return new Report(
                contract,
                target,
                started,
                took,
                calls,
                seed,
                partial,
                ended,
                checks,
                coverage,
                rules,
                generatedClient,
                untried,
                judged,
                outOfDate,
                told,
                archive);
    }

    @JsonProperty
    List<RequirementResult> requirements() {
        return RequirementResult.of(this);
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

    /** How many findings of a level there are, in words. */
    static String count(List<ReportedFinding> findings, Level level) {
        long count =
                findings.stream().filter(finding -> finding.level() == level).count();
        String plural = level == Level.INFO ? "" : level == Level.WEAKNESS ? "es" : "s";
        return count + " " + level.label() + (count == 1 ? "" : plural);
    }

    /** What was seen, by operation. */
    List<OperationCoverage> operations() {
        return coverage.stream()
                .map(Coverage::operation)
                .distinct()
                .map(name -> new OperationCoverage(
                        name,
                        coverage.stream()
                                .filter(response -> response.operation.equals(name))
                                .toList(),
                        rules.stream()
                                .filter(rule -> rule.operation.equals(name))
                                .toList()))
                .toList();
    }

    @JsonProperty
    long milliseconds() {
        return took.toMillis();
    }

    /**
     * What is in the document, but not in this run: responses and media types that never came, rules that were not tried.
     *
     * @return one sentence for each; empty where the run proves what it says
     */
    @JsonProperty
    public List<String> unexercised() {
        Stream<String> early =
                ended.isEmpty() ? Stream.of() : Stream.of("the run ended before its last check: " + ended);
        // Where no check ran, nothing else is worth a sentence.
        Stream<Stream<String>> gaps = partial || checks.isEmpty()
                ? Stream.of()
                : Stream.of(
                        untried.stream(),
                        coverage.stream().flatMap(Coverage::gaps),
                        rules.stream().flatMap(Rule::gaps),
                        untyped());
        return Stream.concat(early, gaps.flatMap(Function.identity())).toList();
    }

    /** Of what the operation does wrong, findings speak, and of what never came at all, the coverage. */
    private Stream<String> untyped() {
        return coverage.stream()
                .filter(response -> response.times > 0
                        && generatedClient.missing().contains(response.name())
                        && !generatedClient.absent().contains(response.name())
                        && of(Level.VIOLATION).stream().noneMatch(finding -> finding.isAbout(response.operation)))
                .map(response -> response.name() + " never came to the generated client");
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
        } else if (findings.stream().anyMatch(finding -> finding.fails(strict))) {
            return Verdict.NOT_CONFORMANT;
        } else if (!outdated.isEmpty()) {
            return Verdict.BASELINE_OUTDATED;
        } else if (!unexercised().isEmpty()) {
            return Verdict.PROVED_TOO_LITTLE;
        }
        return of(Level.VIOLATION).isEmpty() ? Verdict.CONFORMANT : Verdict.ACCEPTED;
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
