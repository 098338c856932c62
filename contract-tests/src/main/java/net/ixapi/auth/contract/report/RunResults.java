package net.ixapi.auth.contract.report;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.engine.CoverageRecorder;
import net.ixapi.auth.contract.engine.Probe;
import net.ixapi.auth.contract.findings.Findings;
import net.ixapi.auth.contract.findings.Secrets;
import net.ixapi.auth.contract.report.Coverage.Kind;
import net.ixapi.auth.contract.report.RunResult.CheckResult;
import net.ixapi.auth.contract.requirements.Side;
import org.jspecify.annotations.Nullable;

/** Puts together what a run saw, once it has ended. */
public final class RunResults {
    /** A server may invent a new one for each response. */
    private static final int MAX_UNDOCUMENTED = 20;

    private RunResults() {}

    /**
     * What a run saw.
     *
     * @param probe what the run knows
     * @param checks the checks that ran
     * @param findings what they found
     * @param secrets all secrets that the run has seen
     * @param started when it began
     * @param milliseconds how long it took
     * @param calls how many requests were sent
     * @param ended why the run ended before its last check; empty where it did not
     * @param unjudged what is said of a server that could not be checked at all; null where it was
     * @param exchanges all exchanges, if they were recorded
     * @return the result, without secrets
     */
    public static RunResult of(
            Probe probe,
            List<CheckResult> checks,
            Findings findings,
            Secrets secrets,
            Instant started,
            long milliseconds,
            int calls,
            String ended,
            @Nullable Verdict unjudged,
            List<HarReport.Recorded> exchanges) {
        URI target = probe.target().baseUri();
        List<Operation> operations = probe.operations().all().toList();
        Map<String, String> skipped = new HashMap<>(probe.skipped());
        skipped.putAll(findings.toldElsewhere());
        return new RunResult(
                Side.SERVER,
                new RunResult.Contract(
                        probe.document().title(), probe.document().sha256()),
                target.toString(),
                started,
                milliseconds,
                calls,
                probe.options().seed(),
                probe.options().isPartial(),
                ended,
                unjudged,
                List.copyOf(checks),
                skipped,
                operations.stream()
                        .flatMap(operation -> coverage(probe, operation, secrets))
                        .toList(),
                operations.stream()
                        .flatMap(operation -> rules(probe.coverage(), operation, findings))
                        .toList(),
                GeneratedClientResult.of(probe.typed()),
                probe.operations().untried(),
                new ReportedFindings(target, secrets).of(findings.sorted()),
                probe.options().recording() ? new HarReport(target, secrets).of(exchanges) : Map.of());
    }

    private static Stream<Coverage> coverage(Probe probe, Operation operation, Secrets secrets) {
        CoverageRecorder seen = probe.coverage();
        return Stream.concat(operation.statuses().stream(), seen.statuses(operation).stream())
                .distinct()
                .map(status -> new Coverage(
                        operation.label(),
                        status,
                        operation.statuses().contains(status),
                        seen.responses(operation, status),
                        kinds(operation.mediaTypes(status), seen.mediaTypes(operation, status), secrets),
                        kinds(operation.problemTypes(status), seen.problemTypes(operation, status), secrets)));
    }

    private static List<Kind> kinds(List<String> documented, Map<String, Integer> seen, Secrets secrets) {
        List<Kind> kinds = new ArrayList<>();
        documented.forEach(name -> kinds.add(new Kind(name, true, seen.getOrDefault(name, 0))));
        seen.entrySet().stream()
                .filter(kind -> !documented.contains(kind.getKey()))
                .limit(MAX_UNDOCUMENTED)
                .forEach(kind -> kinds.add(new Kind(secrets.redacted(kind.getKey()), false, kind.getValue())));
        return kinds;
    }

    private static Stream<Rule> rules(CoverageRecorder seen, Operation operation, Findings findings) {
        return operation.properties().stream()
                .flatMap(property -> property.rules().stream())
                .map(rule -> new Rule(
                        operation.label(),
                        rule,
                        seen.bodies(operation, rule, true),
                        seen.bodies(operation, rule, false),
                        findings.enforces(operation.label(), rule)));
    }
}
