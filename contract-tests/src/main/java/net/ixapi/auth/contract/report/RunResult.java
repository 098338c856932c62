package net.ixapi.auth.contract.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.requirements.Side;
import org.jspecify.annotations.Nullable;

/**
 * What a run saw, before anybody judges it. Holds no secret; immutable, as its lists are. What is serialized of it are properties of
 * {@code report.json}, as {@code report.schema.json} describes them.
 *
 * @param side who was checked
 * @param contract the document
 * @param target the server's address; of a client, in how many scenarios
 * @param started when the run began
 * @param milliseconds how long it took
 * @param calls how many requests were sent
 * @param seed what the choices of the run came from
 * @param partial whether only a part of the checks was asked for, which is not meant to prove everything
 * @param ended why the run ended before its last check; empty where it did not
 * @param unjudged what is said of one that could not be checked at all; null where it was
 * @param checks every check that ran, and how it ended
 * @param skipped why a check, by its name, or a requirement, by its id, was not tested; in one scenario, by both with a space between
 * @param coverage every response in the document, and how often it came
 * @param rules every rule in the document for what is sent, and how often it was tried
 * @param generatedClient what callers of the generated client got
 * @param untried operations of the document that were not tried, one sentence for each
 * @param findings what was found, the worst first
 * @param har the archive of the run; empty where nobody asked for it
 */
public record RunResult(
        Side side,
        Contract contract,
        String target,
        @JsonSerialize(using = ToStringSerializer.class) Instant started,
        long milliseconds,
        int calls,
        long seed,
        boolean partial,
        @JsonIgnore String ended,
        @JsonIgnore @Nullable Verdict unjudged,
        @JsonIgnore List<CheckResult> checks,
        @JsonIgnore Map<String, String> skipped,
        List<Coverage> coverage,
        List<Rule> rules,
        GeneratedClientResult generatedClient,
        @JsonIgnore List<String> untried,
        @JsonIgnore List<ReportedFinding> findings,
        @JsonIgnore Map<String, Object> har) {
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
     * @param name its name, or that of a scenario
     * @param title what a server must do to pass, or what happens to a client
     * @param milliseconds how long it took; zero for those that look at others' responses
     * @param notRun why it did not run; empty where it did
     * @param ended how a client ended, and how many requests it sent; empty for a server
     */
    public record CheckResult(String name, String title, long milliseconds, String notRun, String ended) {}

    /**
     * What is in the document, but not in this run: responses and media types that never came, rules that were not tried.
     *
     * @return one sentence for each; empty where the run proves what it says
     */
    @JsonProperty
    public List<String> unexercised() {
        return gaps(coverage.stream());
    }

    /** The same without responses in whose place something else came, as a violation says, which a baseline may accept. */
    List<String> unexplained() {
        return gaps(
                coverage.stream().filter(response -> findings.stream().noneMatch(finding -> finding.misses(response))));
    }

    private List<String> gaps(Stream<Coverage> responses) {
        List<String> gaps = new ArrayList<>();
        if (!ended.isEmpty()) {
            gaps.add("the run ended before its last check: " + ended);
        }
        // Of a run that ended early, nothing else is worth a sentence.
        if (!partial && ended.isEmpty()) {
            gaps.addAll(untried);
            responses.flatMap(Coverage::gaps).forEach(gaps::add);
            rules.stream().flatMap(Rule::gaps).forEach(gaps::add);
            untyped().forEach(gaps::add);
        }
        return gaps;
    }

    /** Of what the operation does wrong, findings speak, and of what never came at all, the coverage. */
    private Stream<String> untyped() {
        return coverage.stream()
                .filter(response -> response.times() > 0
                        && generatedClient.missing().contains(response.name())
                        && !generatedClient.absent().contains(response.name())
                        && findings.stream()
                                .noneMatch(finding ->
                                        finding.level() == Level.VIOLATION && finding.isAbout(response.operation())))
                .map(response -> response.name() + " was never seen in the generated client");
    }

    /** The day on which it began, which says what has expired. */
    LocalDate day() {
        return LocalDate.ofInstant(started, ZoneOffset.UTC);
    }

    /**
     * Whether a run that came to its end had a check, which saw what it is there for.
     *
     * @param which says of a name whether it is that of the check
     */
    public boolean ran(Predicate<String> which) {
        return ended.isEmpty()
                && checks.stream().anyMatch(check -> check.notRun().isEmpty() && which.test(check.name()));
    }

    /** Whether the run could have found what an entry of a baseline accepts; what it did not look for may still be there. */
    boolean isLookedFor(BaselineEntry entry) {
        return Stream.of(entry.requirement(), entry.label()).noneMatch(skipped::containsKey) && ran(entry::isTestedBy);
    }
}
