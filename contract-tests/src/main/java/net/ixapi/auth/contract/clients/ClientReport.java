package net.ixapi.auth.contract.clients;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import net.ixapi.auth.contract.baseline.Baseline;
import net.ixapi.auth.contract.baseline.BaselineEntry;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.requirements.Requirement;
import net.ixapi.auth.contract.requirements.Requirements;

/**
 * What a run has shown: its components, and those of the records in it, are the properties of {@code report.json}. Immutable; holds
 * no secret.
 *
 * @param contract what the client was compared with
 * @param baseline what is accepted
 * @param started when the run began
 * @param milliseconds how long it took
 * @param requirements what was seen of each requirement
 * @param scenarios what the client did in each scenario
 */
public record ClientReport(
        String contract,
        @JsonIgnore Baseline baseline,
        @JsonSerialize(using = ToStringSerializer.class) Instant started,
        long milliseconds,
        List<Result> requirements,
        List<ScenarioResult> scenarios)
        implements Baseline.Run {
    static final String ACCEPTED = "accepted";

    /** What a run comes to. */
    public enum Verdict {
        /** The client keeps what was tested. */
        CONFORMANT(0, "The client keeps the contract."),
        /** It does not. */
        NOT_CONFORMANT(1, "The client does not keep the contract."),
        /** It does not, and the baseline accepts that. */
        ACCEPTED(0, "The client does not keep the contract, but each violation is accepted by the baseline."),
        /** Nothing is wrong that is not accepted, but the baseline accepts what is not found, or its time is over. */
        BASELINE_OUTDATED(1, "The baseline is out of date."),
        /** Nothing is wrong, but some scenarios were not run. */
        PROVED_TOO_LITTLE(4, "The run proved too little: some scenarios were not run."),
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
     * @param result {@code kept}, {@code not seen}, {@code accepted}, or what it is that it was not kept
     * @param seen whether the client did at all what the requirement is about
     * @param fails whether the client fails for it
     * @param observations what shows that it was not kept
     */
    public record Result(
            Requirement requirement,
            String result,
            boolean seen,
            boolean fails,
            List<ScenarioResult.Observation> observations) {
        private boolean isAcceptedViolation() {
            return result.equals(ACCEPTED) && requirement.level() == Requirement.Strictness.MUST;
        }

        private Stream<Baseline.Found> found() {
            return observations.stream().map(one -> ClientReport.found(requirement, one));
        }
    }

    static ClientReport of(
            ClientRun.Settings settings, Instant started, Duration took, List<ScenarioResult> scenarios) {
        List<Result> results = Requirements.ofTheContract().stream()
                .filter(Requirement::isOfClients)
                .map(requirement -> result(requirement, settings, day(started), scenarios))
                .toList();
        return new ClientReport(
                "IX-API authentication " + Requirements.VERSION,
                settings.baseline(),
                started,
                took.toMillis(),
                results,
                scenarios);
    }

    /** What the run comes to. */
    @JsonProperty
    public Verdict verdict() {
        if (scenarios.get(0).silent()) {
            return Verdict.SENT_NOTHING;
        } else if (requirements.stream().anyMatch(Result::fails)) {
            return Verdict.NOT_CONFORMANT;
        } else if (!outdated().isEmpty()) {
            return Verdict.BASELINE_OUTDATED;
        } else if (scenarios.stream().anyMatch(ScenarioResult::isNotRun)) {
            return Verdict.PROVED_TOO_LITTLE;
        }
        return requirements.stream().anyMatch(Result::isAcceptedViolation) ? Verdict.ACCEPTED : Verdict.CONFORMANT;
    }

    /** What is out of date in the baseline, one sentence for each. */
    @JsonProperty
    List<String> outdated() {
        return baseline.outdated(this);
    }

    @Override
    public List<Baseline.Found> found() {
        return requirements.stream().flatMap(Result::found).toList();
    }

    /** A client that did not get so far may still do it. */
    @Override
    public boolean isLookedFor(BaselineEntry entry) {
        return scenarios.stream()
                .anyMatch(scenario -> scenario.name().equals(entry.scenario()) && scenario.saw(entry.requirement()));
    }

    private static LocalDate day(Instant started) {
        return LocalDate.ofInstant(started, ZoneOffset.UTC);
    }

    private static Result result(
            Requirement requirement, ClientRun.Settings settings, LocalDate today, List<ScenarioResult> scenarios) {
        List<ScenarioResult.Observation> all = scenarios.stream()
                .flatMap(scenario -> Stream.ofNullable(scenario.observations().get(requirement.id())))
                .toList();
        List<ScenarioResult.Observation> broken = all.stream()
                .filter(one -> !one.outcome().broken().isEmpty())
                .map(one -> one.accepted(settings.baseline().reason(found(requirement, one), today)))
                .toList();
        boolean seen = all.stream().anyMatch(one -> one.outcome().seen());
        boolean accepted = broken.stream().noneMatch(one -> one.accepted().isEmpty());
        Level level = requirement.level().finding();
        boolean counts = level.compareTo(settings.strict() ? Level.WEAKNESS : Level.VIOLATION) <= 0;
        String notKept = accepted ? ACCEPTED : level.label();
        String result = !broken.isEmpty() ? notKept : seen ? "kept" : "not seen";
        return new Result(requirement, result, seen, counts && !accepted, broken);
    }

    private static Baseline.Found found(Requirement requirement, ScenarioResult.Observation observation) {
        return new Baseline.Found(
                requirement.id(), observation.scenario(), requirement.level().finding());
    }

    /** What was not kept, the worst first, and last what is accepted. */
    List<Result> findings() {
        return requirements.stream()
                .filter(result -> !result.observations().isEmpty())
                .sorted(Comparator.comparing((Result result) -> result.result().equals(ACCEPTED))
                        .thenComparing(result -> result.requirement().level()))
                .toList();
    }

    long count(String result) {
        return requirements.stream().filter(one -> one.result().equals(result)).count();
    }

    /** How many requirements have each result. */
    List<Map.Entry<String, Long>> tiles() {
        return Stream.of("violation", "weakness", "info", ACCEPTED, "kept", "not seen")
                .map(result -> Map.entry(result, count(result)))
                .toList();
    }

    /** For build servers, to which the baseline is a case beside the requirements. */
    int cases() {
        return requirements.size() + 1;
    }

    long failures() {
        return requirements.stream().filter(Result::fails).count() + (outdated().isEmpty() ? 0 : 1);
    }

    int requests() {
        return scenarios.stream().mapToInt(ScenarioResult::requests).sum();
    }
}
