package net.ixapi.auth.contract.clients;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.requirements.Requirement;
import net.ixapi.auth.contract.requirements.Requirements;

/**
 * What a run has shown: its components, and those of the records in it, are the properties of {@code report.json}. Immutable; holds
 * no secret.
 *
 * @param contract what the client was compared with
 * @param verdict what it comes to
 * @param started when the run began
 * @param milliseconds how long it took
 * @param requirements what was seen of each requirement
 * @param scenarios what the client did in each scenario
 */
public record ClientReport(
        String contract,
        Verdict verdict,
        String started,
        long milliseconds,
        List<Result> requirements,
        List<ScenarioResult> scenarios) {
    /** What a run comes to. */
    public enum Verdict {
        /** The client keeps what was tested. */
        CONFORMANT(0, "The client keeps the contract."),
        /** It does not. */
        NOT_CONFORMANT(1, "The client does not keep the contract."),
        /** Nothing is wrong, but some scenarios were not run. */
        PROVED_TOO_LITTLE(4, "The run proved too little: there was no time for some scenarios."),
        /** The client does not get to the server. */
        SENT_NOTHING(3, "The client sent nothing to the server at IX_API_HOST.");

        final int exitCode;
        final String sentence;

        Verdict(int exitCode, String sentence) {
            this.exitCode = exitCode;
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
            Requirement requirement,
            String result,
            boolean seen,
            boolean fails,
            List<ScenarioResult.Observation> observations) {}

    static ClientReport of(boolean strict, Instant started, List<ScenarioResult> scenarios) {
        List<Result> results = Requirements.ofTheContract().stream()
                .filter(Requirement::isOfClients)
                .map(requirement -> result(requirement, strict, scenarios))
                .toList();
        return new ClientReport(
                "IX-API authentication " + Requirements.VERSION,
                verdict(results, scenarios),
                started.toString(),
                Duration.between(started, Instant.now()).toMillis(),
                results,
                scenarios);
    }

    private static Verdict verdict(List<Result> results, List<ScenarioResult> scenarios) {
        if (scenarios.get(0).silent()) {
            return Verdict.SENT_NOTHING;
        } else if (results.stream().anyMatch(Result::fails)) {
            return Verdict.NOT_CONFORMANT;
        }
        boolean all = scenarios.stream().noneMatch(scenario -> scenario.ended().equals(ScenarioResult.NOT_RUN));
        return all ? Verdict.CONFORMANT : Verdict.PROVED_TOO_LITTLE;
    }

    private static Result result(Requirement requirement, boolean strict, List<ScenarioResult> scenarios) {
        List<ScenarioResult.Observation> all = scenarios.stream()
                .flatMap(scenario -> Stream.ofNullable(scenario.observations().get(requirement.id())))
                .toList();
        List<ScenarioResult.Observation> broken =
                all.stream().filter(one -> !one.outcome().broken().isEmpty()).toList();
        boolean seen = all.stream().anyMatch(one -> one.outcome().seen());
        Level level = requirement.level().finding();
        boolean counts = level.compareTo(strict ? Level.WEAKNESS : Level.VIOLATION) <= 0;
        String result = !broken.isEmpty() ? level.label() : seen ? "kept" : "not seen";
        return new Result(requirement, result, seen, counts && !broken.isEmpty(), broken);
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
