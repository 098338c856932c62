package net.ixapi.auth.contract.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import net.ixapi.auth.contract.baseline.Baseline;
import net.ixapi.auth.contract.baseline.BaselineEntry;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.requirements.Requirements;

/**
 * What a run saw, before anybody judges it. Holds no secret; immutable, as its lists are. What is serialized of it are properties of
 * {@code report.json}, as {@code report.schema.json} describes them.
 *
 * @param contract the document
 * @param target the server's address
 * @param started when the run began
 * @param milliseconds how long it took
 * @param calls how many requests were sent
 * @param seed what the choices of the run came from
 * @param partial whether only a part of the checks was asked for, which is not meant to prove everything
 * @param ended why the run ended before its last check; empty where it did not
 * @param checks every check that ran, and how it ended
 * @param skipped why a check, by its name, or a requirement, by its id, was not tested
 * @param coverage every response in the document, and how often it came
 * @param rules every rule in the document for what is sent, and how often it was tried
 * @param generatedClient what callers of the generated client got
 * @param untried operations of the document that were not tried, one sentence for each
 * @param findings what was found, the worst first
 * @param har the archive of the run; empty where nobody asked for it
 */
public record RunResult(
        Contract contract,
        URI target,
        @JsonSerialize(using = ToStringSerializer.class) Instant started,
        long milliseconds,
        int calls,
        long seed,
        boolean partial,
        @JsonIgnore String ended,
        @JsonIgnore List<CheckResult> checks,
        @JsonIgnore Map<String, String> skipped,
        List<Coverage> coverage,
        List<Rule> rules,
        GeneratedClientResult generatedClient,
        @JsonIgnore List<String> untried,
        @JsonIgnore List<ReportedFinding> findings,
        @JsonIgnore Map<String, Object> har)
        implements Baseline.Run {
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
     * @param milliseconds how long it took; zero for those that look at others' responses
     * @param notRun why it did not run; empty where it did
     */
    public record CheckResult(String name, String title, long milliseconds, String notRun) {}

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
                .filter(response -> response.times() > 0
                        && generatedClient.missing().contains(response.name())
                        && !generatedClient.absent().contains(response.name())
                        && findings.stream()
                                .noneMatch(finding ->
                                        finding.level() == Level.VIOLATION && finding.isAbout(response.operation())))
                .map(response -> response.name() + " never came to the generated client");
    }

    @Override
    public List<Baseline.Found> found() {
        return findings.stream().map(ReportedFinding::found).toList();
    }

    @Override
    public boolean isLookedFor(BaselineEntry entry) {
        List<String> tests =
                Requirements.named(entry.requirement()).orElseThrow().tests();
        return ended.isEmpty()
                && !skipped.containsKey(entry.requirement())
                && checks.stream().anyMatch(check -> check.notRun().isEmpty() && tests.contains(check.name()));
    }
}
