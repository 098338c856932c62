package net.ixapi.auth.contract.clients;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.ixapi.auth.contract.report.ReportedFinding;
import net.ixapi.auth.contract.report.RunResult.CheckResult;
import net.ixapi.auth.contract.requirements.Requirement;

/**
 * What a client did in one scenario. Immutable; holds no secret.
 *
 * @param scenario the scenario
 * @param ended how the client ended; empty where it was not run
 * @param requests how many requests it sent
 * @param output the last lines that it printed
 * @param outcomes what it did about each requirement; empty where it was not run
 */
record ScenarioResult(
        Scenario scenario,
        String ended,
        int requests,
        List<String> output,
        Map<Requirement, Judgement.Outcome> outcomes) {
    /** Of what a client has printed, so many lines from its end. */
    private static final int MAX_LINES = 5;

    static ScenarioResult of(Recording recording) {
        List<String> all = recording.output();
        return new ScenarioResult(
                recording.scenario(),
                recording.ending().toString(),
                recording.requests(),
                all.subList(Math.max(0, all.size() - MAX_LINES), all.size()),
                recording.scenario().requirements().stream()
                        .collect(Collectors.toMap(
                                one -> one,
                                one -> Judgement.valueOf(one.judgement()).of(recording))));
    }

    static ScenarioResult notRun(Scenario scenario) {
        return new ScenarioResult(scenario, "", 0, List.of(), Map.of());
    }

    boolean isNotRun() {
        return ended.isEmpty();
    }

    /** Whether it sent nothing although it should have. */
    boolean isSilent() {
        return !isNotRun() && requests == 0 && !scenario.tls();
    }

    /** Whether the client did in this scenario what a requirement is about. */
    boolean saw(Requirement requirement) {
        return !isSilent()
                && outcomes.containsKey(requirement)
                && outcomes.get(requirement).seen();
    }

    CheckResult check() {
        String how = isNotRun() ? "" : ended + ", " + count(requests, "request");
        return new CheckResult(scenario.name(), scenario.title(), 0, isNotRun() ? "the scenario was not run" : "", how);
    }

    Stream<ReportedFinding> findings() {
        return outcomes.keySet().stream()
                .filter(one -> !outcomes.get(one).broken().isEmpty())
                .map(this::finding);
    }

    private ReportedFinding finding(Requirement requirement) {
        return new ReportedFinding(
                requirement.id(),
                requirement.id(),
                scenario.name(),
                requirement.level().finding(),
                scenario.name(),
                outcomes.get(requirement).broken(),
                requirement.text(),
                requirement.source(),
                ended,
                1,
                new ReportedFinding.Proof("", String.join("\n", output), ""),
                "");
    }

    /** One line on how the scenario went. */
    @Override
    public String toString() {
        String broken = findings().map(ReportedFinding::requirement).sorted().collect(Collectors.joining(", "));
        return scenario.name() + " · " + count(requests, "request") + " · " + ended
                + (broken.isEmpty() ? "" : " · not kept: " + broken);
    }

    static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
