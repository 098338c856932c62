package net.ixapi.auth.contract.clients;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.ixapi.auth.contract.document.OpenApiDocument;
import net.ixapi.auth.contract.report.GeneratedClientResult;
import net.ixapi.auth.contract.report.ReportedFinding;
import net.ixapi.auth.contract.report.RunResult;
import net.ixapi.auth.contract.report.Verdict;
import net.ixapi.auth.contract.requirements.Requirements;
import net.ixapi.auth.contract.requirements.Side;

/** Puts together what a client did in all scenarios. */
final class ClientResult {
    private static final String NOT_SEEN = "the client did nothing of the kind";

    private ClientResult() {}

    static RunResult of(List<ScenarioResult> scenarios, Instant started, Duration took) {
        OpenApiDocument document = OpenApiDocument.ofTheContract();
        boolean silent = scenarios.get(0).isSilent();
        return new RunResult(
                Side.CLIENT,
                new RunResult.Contract(document.title(), document.sha256()),
                "a client in " + ScenarioResult.count(scenarios.size(), "scenario"),
                started,
                took.toMillis(),
                scenarios.stream().mapToInt(ScenarioResult::requests).sum(),
                0,
                false,
                silent ? "The client sent nothing to the server at IX_API_HOST." : "",
                silent ? Verdict.UNREACHABLE : null,
                scenarios.stream().map(ScenarioResult::check).toList(),
                unseen(scenarios),
                List.of(),
                List.of(),
                GeneratedClientResult.NONE,
                scenarios.stream()
                        .filter(ScenarioResult::isNotRun)
                        .map(one -> "the scenario " + one.scenario().name() + " was not run")
                        .toList(),
                findings(scenarios),
                Map.of());
    }

    /** One for each requirement, however many scenarios show it. */
    private static List<ReportedFinding> findings(List<ScenarioResult> scenarios) {
        Map<String, ReportedFinding> findings = new TreeMap<>();
        scenarios.stream()
                .flatMap(ScenarioResult::findings)
                .forEach(one -> findings.merge(one.requirement(), one, ReportedFinding::and));
        return findings.values().stream()
                .sorted(Comparator.comparing(ReportedFinding::level))
                .toList();
    }

    /** Requirements that were seen in no scenario that was run, or not in one of them. */
    private static Map<String, String> unseen(List<ScenarioResult> scenarios) {
        Map<String, String> unseen = new HashMap<>();
        Requirements.ofTheContract().forEach(requirement -> {
            List<ScenarioResult> tried = scenarios.stream()
                    .filter(one -> one.outcomes().containsKey(requirement))
                    .toList();
            tried.stream()
                    .filter(one -> !one.saw(requirement))
                    .forEach(one ->
                            unseen.put(requirement.id() + " " + one.scenario().name(), NOT_SEEN));
            if (!tried.isEmpty() && tried.stream().noneMatch(one -> one.saw(requirement))) {
                unseen.put(requirement.id(), NOT_SEEN);
            }
        });
        return unseen;
    }
}
