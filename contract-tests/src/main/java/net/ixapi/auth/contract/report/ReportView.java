package net.ixapi.auth.contract.report;

import com.samskivert.mustache.Mustache;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.requirements.Requirement;
import net.ixapi.auth.contract.requirements.Requirements;
import net.ixapi.auth.contract.requirements.Side;

/**
 * A report as its templates show it: the page, and the summary of a job. Immutable.
 *
 * @param report the report
 * @param own the requirements of the side that was checked
 */
record ReportView(Report report, List<RequirementResult> own) {
    /** The states of requirements in their order on the page. Those of the other side come last. */
    private static final List<String> STATES =
            List.of("failed", "accepted", "not run", "passed", "noted", "not tested", "for clients", "for servers");

    /** Shows what is between backticks as code. */
    Mustache.Lambda prose() {
        return (fragment, out) -> out.write(fragment.execute().replaceAll("&#x60;(.+?)&#x60;", "<code>$1</code>"));
    }

    /** A requirement that is not kept, and what shows it. */
    private record Broken(Requirement requirement, List<ReportedFinding> findings, boolean first) {
        Level level() {
            return findings.get(0).level();
        }
    }

    /** The requirements that ended alike. */
    private record Group(String state, List<RequirementResult> requirements) {
        /** What somebody has to look at is not folded. */
        boolean open() {
            return STATES.indexOf(state) < STATES.indexOf("passed");
        }
    }

    /** What was seen of an operation. */
    record OperationView(String name, List<Coverage> responses, List<Rule> rules) {}

    ReportView(Report report) {
        this(
                report,
                report.requirements().stream()
                        .filter(result ->
                                result.requirement().side() == report.run().side())
                        .toList());
    }

    String mark() {
        return report.verdict().exitCode() == 0 ? "✅" : "❌";
    }

    List<LevelCount> levels() {
        return LevelCount.of(report.findings());
    }

    boolean isOfClient() {
        return report.run().side() == Side.CLIENT;
    }

    long passed() {
        return own().stream().filter(RequirementResult::isKept).count();
    }

    long count(String state) {
        return own().stream().filter(result -> result.state().equals(state)).count();
    }

    /** Violations and weaknesses. */
    List<ReportedFinding> findings() {
        return report.findings().stream()
                .filter(finding -> finding.level() != Level.INFO)
                .toList();
    }

    List<ReportedFinding> notes() {
        return report.findings().stream()
                .filter(finding -> finding.level() == Level.INFO)
                .toList();
    }

    /** In the order of their worst findings. */
    List<Broken> broken() {
        Map<String, List<ReportedFinding>> found = findings().stream()
                .collect(Collectors.groupingBy(ReportedFinding::requirement, LinkedHashMap::new, Collectors.toList()));
        List<Broken> broken = new ArrayList<>();
        found.forEach((id, findings) -> Requirements.named(id)
                .ifPresent(requirement -> broken.add(new Broken(requirement, findings, broken.isEmpty()))));
        return broken;
    }

    List<Group> groups() {
        Map<String, List<RequirementResult>> states = report.requirements().stream()
                .collect(Collectors.groupingBy(
                        result -> result.requirement().side() == report.run().side()
                                ? result.state()
                                : "for " + result.requirement().side().label() + "s"));
        return STATES.stream()
                .filter(states::containsKey)
                .map(state -> new Group(state, states.get(state)))
                .toList();
    }

    List<OperationView> operations() {
        Map<String, List<Rule>> rules = report.run().rules().stream().collect(Collectors.groupingBy(Rule::operation));
        Map<String, List<Coverage>> responses = report.run().coverage().stream()
                .collect(Collectors.groupingBy(Coverage::operation, LinkedHashMap::new, Collectors.toList()));
        return responses.entrySet().stream()
                .map(seen ->
                        new OperationView(seen.getKey(), seen.getValue(), rules.getOrDefault(seen.getKey(), List.of())))
                .toList();
    }
}
