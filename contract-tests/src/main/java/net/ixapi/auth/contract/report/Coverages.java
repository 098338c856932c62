package net.ixapi.auth.contract.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.document.Property;
import net.ixapi.auth.contract.engine.Probe;
import net.ixapi.auth.contract.findings.Secrets;

/** Holds the document against what a run has seen, both ways. Immutable, but for what it looks at. */
final class Coverages {
    /** A server may invent a new one for each answer. */
    private static final int MAX_UNDOCUMENTED = 20;

    private final Probe probe;
    private final Secrets secrets;

    Coverages(Probe probe, Secrets secrets) {
        this.probe = probe;
        this.secrets = secrets;
    }

    List<Report.Coverage> answers() {
        List<Report.Coverage> answers = new ArrayList<>();
        for (Operation operation : probe.fixtures().operations()) {
            Set<Integer> statuses = new LinkedHashSet<>(operation.statuses());
            statuses.addAll(probe.coverage().statuses(operation));
            statuses.forEach(status -> answers.add(response(operation, status)));
        }
        return answers;
    }

    private Report.Coverage response(Operation operation, int status) {
        return new Report.Coverage(
                operation.label(),
                status,
                operation.statuses().contains(status),
                probe.coverage().responses(operation, status),
                kinds(operation.mediaTypes(status), probe.coverage().mediaTypes(operation, status)),
                kinds(operation.problemTypes(status), probe.coverage().problemTypes(operation, status)));
    }

    private List<Report.Kind> kinds(List<String> documented, Map<String, Integer> seen) {
        List<Report.Kind> kinds = new ArrayList<>();
        documented.forEach(name -> kinds.add(new Report.Kind(name, true, seen.getOrDefault(name, 0))));
        seen.entrySet().stream()
                .filter(kind -> !documented.contains(kind.getKey()))
                .limit(MAX_UNDOCUMENTED)
                .forEach(kind -> kinds.add(new Report.Kind(secrets.redacted(kind.getKey()), false, kind.getValue())));
        return kinds;
    }

    List<Report.Rule> rules() {
        List<Report.Rule> rules = new ArrayList<>();
        for (Operation operation : probe.fixtures().operations()) {
            for (Property property : operation.properties()) {
                for (String rule : property.rules()) {
                    int valid = probe.coverage().bodies(operation, rule, true);
                    rules.add(new Report.Rule(
                            operation.label(), rule, valid, probe.coverage().bodies(operation, rule, false)));
                }
            }
        }
        return rules;
    }
}
