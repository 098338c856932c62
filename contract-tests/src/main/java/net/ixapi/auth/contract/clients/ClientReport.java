package net.ixapi.auth.contract.clients;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.requirements.Requirement;

/**
 * What a run has shown: its components, and those of the records in it, are the properties of {@code report.json}. Immutable; holds
 * no secret.
 *
 * @param contract what the client was compared with
 * @param verdict what it comes to
 * @param started when the run began
 * @param took how long it took
 * @param requirements what was seen of each requirement
 * @param scenarios what the client did in each scenario
 */
public record ClientReport(
        String contract,
        Verdict verdict,
        Instant started,
        Duration took,
        List<Result> requirements,
        List<ScenarioResult> scenarios) {
    /** What a run comes to. */
    public enum Verdict {
        /** The client keeps what was tested. */
        CONFORMANT("The client keeps the contract."),
        /** It does not. */
        NOT_CONFORMANT("The client does not keep the contract."),
        /** Nothing is wrong, but some scenarios were not run. */
        PROVED_TOO_LITTLE("The run proved too little: there was no time for some scenarios."),
        /** The client does not get to the server. */
        SENT_NOTHING("The client sent nothing to the server at IX_API_HOST.");

        final String sentence;

        Verdict(String sentence) {
            this.sentence = sentence;
        }

        @JsonValue
        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What was seen of a requirement in all scenarios.
     *
     * @param requirement the requirement
     * @param result {@code kept}, {@code not seen}, or what it is that it was not kept
     * @param seen whether the client did at all what the requirement is about
     * @param fails whether the client fails for it
     * @param observations what shows that it was not kept
     */
    public record Result(
            Requirement requirement, String result, boolean seen, boolean fails, List<Observation> observations) {}

    /**
     * What a client did against a requirement.
     *
     * @param came what it did
     * @param scenario in which scenario
     * @param ended how it ended
     * @param output the last lines that it printed
     */
    public record Observation(String came, String scenario, String ended, List<String> output) {}

    static ClientReport of(boolean strict, Instant started, List<ScenarioResult> scenarios) {
        List<Result> results = Requirement.ofTheContract().stream()
                .filter(Requirement::isOfClients)
                .map(requirement -> result(requirement, strict, scenarios))
                .toList();
        Verdict verdict = scenarios.get(0).silent()
                ? Verdict.SENT_NOTHING
                : results.stream().anyMatch(Result::fails)
                        ? Verdict.NOT_CONFORMANT
                        : scenarios.stream()
                                        .anyMatch(scenario -> scenario.ended().equals(ScenarioResult.NOT_RUN))
                                ? Verdict.PROVED_TOO_LITTLE
                                : Verdict.CONFORMANT;
        return new ClientReport(
                "IX-API authentication " + Requirement.VERSION,
                verdict,
                started,
                Duration.between(started, Instant.now()),
                results,
                scenarios);
    }

    private static Result result(Requirement requirement, boolean strict, List<ScenarioResult> scenarios) {
        List<Map.Entry<ScenarioResult, Judgement.Outcome>> outcomes = scenarios.stream()
                .flatMap(scenario -> Stream.ofNullable(scenario.outcomes().get(requirement.id()))
                        .map(outcome -> Map.entry(scenario, outcome)))
                .toList();
        List<Observation> broken = outcomes.stream()
                .filter(entry -> !entry.getValue().broken().isEmpty())
                .map(entry -> observation(entry.getKey(), entry.getValue()))
                .toList();
        boolean seen = outcomes.stream().anyMatch(entry -> entry.getValue().seen());
        Level level = requirement.level().finding();
        return new Result(
                requirement,
                !broken.isEmpty() ? level.label() : seen ? "kept" : "not seen",
                seen,
                !broken.isEmpty() && level.compareTo(strict ? Level.WEAKNESS : Level.VIOLATION) <= 0,
                broken);
    }

    private static Observation observation(ScenarioResult scenario, Judgement.Outcome outcome) {
        return new Observation(outcome.broken(), scenario.name(), scenario.ended(), scenario.output());
    }

    /** What was not kept, the worst first. */
    List<Result> findings() {
        return requirements.stream()
                .filter(result -> !result.observations().isEmpty())
                .sorted(Comparator.comparing(result -> result.requirement().level()))
                .toList();
    }

    long count(String result) {
        return requirements.stream().filter(one -> one.result().equals(result)).count();
    }

    int requests() {
        return scenarios.stream().mapToInt(ScenarioResult::requests).sum();
    }
}
