package net.ixapi.auth.contract.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.engine.CoverageRecorder;
import net.ixapi.auth.contract.engine.Probe;
import net.ixapi.auth.contract.findings.Findings;
import net.ixapi.auth.contract.findings.Secrets;

/** Makes the report of a run that has ended. */
public final class Reports {
    /** A server may invent a new one for each response. */
    private static final int MAX_UNDOCUMENTED = 20;

    private Reports() {}

    /**
     * The report of a run that has ended.
     *
     * @param probe what the run knows
     * @param checks the checks that ran
     * @param findings what they found
     * @param secrets all secrets that the run has seen
     * @param started when it began
     * @param took how long it took
     * @param calls how many requests were sent
     * @param ended why the run ended before its last check; empty where it did not
     * @return the report
     */
    public static Report of(
            Probe probe,
            List<Report.CheckResult> checks,
            Findings findings,
            Secrets secrets,
            Instant started,
            Duration took,
            int calls,
            String ended) {
        List<Operation> operations = probe.fixtures().operations();
        ReportedFindings reported = new ReportedFindings(probe.target().baseUri(), secrets);
        return new Report(
                new Report.Contract(probe.document().title(), probe.document().sha256()),
                probe.target().baseUri(),
                started,
                took,
                calls,
                probe.options().seed(),
                probe.options().isPartial(),
                ended,
                List.copyOf(checks),
                operations.stream()
                        .flatMap(operation -> coverage(probe, operation, secrets))
                        .toList(),
                operations.stream()
                        .flatMap(operation -> rules(probe.coverage(), operation, findings))
                        .toList(),
                GeneratedClientResult.of(probe.typed()),
                probe.fixtures().untried(),
                reported.of(findings.sorted().stream()
                        .filter(finding -> probe.options().wants(finding.check()))
                        .toList()),
                List.of(),
                Report.About.NOTHING,
                Map.of());
    }

    private static Stream<Report.Coverage> coverage(Probe probe, Operation operation, Secrets secrets) {
        CoverageRecorder seen = probe.coverage();
        return Stream.concat(operation.statuses().stream(), seen.statuses(operation).stream())
                .distinct()
                .map(status -> new Report.Coverage(
                        operation.label(),
                        status,
                        operation.statuses().contains(status),
                        seen.responses(operation, status),
                        kinds(operation.mediaTypes(status), seen.mediaTypes(operation, status), secrets),
                        kinds(operation.problemTypes(status), seen.problemTypes(operation, status), secrets)));
    }

    private static List<Report.Kind> kinds(List<String> documented, Map<String, Integer> seen, Secrets secrets) {
        List<Report.Kind> kinds = new ArrayList<>();
        documented.forEach(name -> kinds.add(new Report.Kind(name, true, seen.getOrDefault(name, 0))));
        seen.entrySet().stream()
                .filter(kind -> !documented.contains(kind.getKey()))
                .limit(MAX_UNDOCUMENTED)
                .forEach(kind -> kinds.add(new Report.Kind(secrets.redacted(kind.getKey()), false, kind.getValue())));
        return kinds;
    }

    private static Stream<Report.Rule> rules(CoverageRecorder seen, Operation operation, Findings findings) {
        return operation.properties().stream()
                .flatMap(property -> property.rules().stream())
                .map(rule -> new Report.Rule(
                        operation.label(),
                        rule,
                        seen.bodies(operation, rule, true),
                        seen.bodies(operation, rule, false),
                        findings.enforces(operation.label(), rule)));
    }
}
