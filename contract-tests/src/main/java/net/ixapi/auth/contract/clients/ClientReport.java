package net.ixapi.auth.contract.clients;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.requirements.Requirement;
import net.ixapi.auth.contract.requirements.Requirements;

/**
 * What a run has shown. Immutable; holds no secret.
 *
 * @param started when the run began
 * @param took how long it took
 * @param scenarios what the client did in each scenario
 * @param requirements what was seen of each requirement
 */
public record ClientReport(Instant started, Duration took, List<ScenarioResult> scenarios, List<Result> requirements) {
    /** What was seen of a requirement. */
    public enum State {
        /** It was kept wherever it was seen. */
        KEPT,
        /** It was not kept. */
        BROKEN,
        /** The client did not come to what the requirement is about, or the scenario was not run. */
        NOT_SEEN
    }

    /**
     * What was seen of a requirement in all scenarios.
     *
     * @param requirement the requirement
     * @param state what it comes to
     * @param observations what shows that it was not kept
     */
    public record Result(Requirement requirement, State state, List<Observation> observations) {
        boolean isBroken(Level mildest) {
            return state == State.BROKEN && requirement.level().finding().compareTo(mildest) <= 0;
        }
    }

    /**
     * What a client did against a requirement.
     *
     * @param scenario in which scenario
     * @param came what it did
     * @param ended how it ended
     * @param output the end of what it printed
     */
    public record Observation(String scenario, String came, String ended, String output) {}

    static ClientReport of(Instant started, Duration took, List<ScenarioResult> scenarios) {
        return new ClientReport(
                started,
                took,
                scenarios,
                Requirements.ofTheContract().stream()
                        .map(requirement -> result(requirement, scenarios))
                        .toList());
    }

    private static Result result(Requirement requirement, List<ScenarioResult> scenarios) {
        List<Observation> broken = scenarios.stream()
                .flatMap(scenario -> Stream.ofNullable(scenario.outcomes().get(requirement.id()))
                        .filter(outcome -> !outcome.broken().isEmpty())
                        .map(outcome -> new Observation(
                                scenario.name(), outcome.broken(), scenario.ended(), scenario.output())))
                .toList();
        boolean seen = scenarios.stream()
                .map(scenario -> scenario.outcomes().get(requirement.id()))
                .anyMatch(outcome -> outcome != null && outcome.seen());
        State state = !broken.isEmpty() ? State.BROKEN : seen ? State.KEPT : State.NOT_SEEN;
        return new Result(requirement, state, broken);
    }

    /** Those that were not kept, the worst first. */
    public List<Result> findings() {
        return Stream.of(Requirement.Strictness.values())
                .flatMap(level -> requirements.stream()
                        .filter(result -> result.state() == State.BROKEN)
                        .filter(result -> result.requirement().level() == level))
                .toList();
    }

    boolean isBroken(boolean strict) {
        Level mildest = strict ? Level.WEAKNESS : Level.VIOLATION;
        return requirements.stream().anyMatch(result -> result.isBroken(mildest));
    }

    /** Some scenarios were not run, for want of time. */
    boolean provesTooLittle() {
        return !scenarios.stream().allMatch(ScenarioResult::isRun);
    }

    /** How many requests came in all. */
    int requests() {
        return scenarios.stream().mapToInt(ScenarioResult::requests).sum();
    }

    long count(State state) {
        return requirements.stream().filter(result -> result.state() == state).count();
    }
}
