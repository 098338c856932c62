package net.ixapi.auth.contract.clients;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a client did in one scenario. Immutable; holds no secret.
 *
 * @param name the name of the scenario
 * @param title what happened in it
 * @param ended how the client ended, or that it was not run
 * @param requests how many requests it sent
 * @param silent whether it sent none although it should have
 * @param observations what was seen of each requirement, by its id
 */
record ScenarioResult(
        String name,
        String title,
        String ended,
        int requests,
        boolean silent,
        @JsonIgnore Map<String, Observation> observations) {
    private static final String NOT_RUN = "not run";

    /** Of what a client has printed, so many lines from its end. */
    private static final int MAX_LINES = 5;

    /**
     * What a client did about a requirement.
     *
     * @param outcome what it did
     * @param scenario in which scenario
     * @param ended how it ended
     * @param output the last lines that it printed
     * @param accepted why the baseline accepts it; empty where it does not
     */
    record Observation(Judgement.Outcome outcome, String scenario, String ended, List<String> output, String accepted) {
        Observation accepted(String reason) {
            return new Observation(outcome, scenario, ended, output, reason);
        }
    }

    static ScenarioResult of(Scenario scenario, Recording recording) {
        String ended = recording.ending().toString();
        List<String> all = recording.output();
        List<String> output = all.subList(Math.max(0, all.size() - MAX_LINES), all.size());
        Map<String, Observation> observations = new LinkedHashMap<>();
        scenario.requirements().forEach(one -> {
            Judgement.Outcome outcome = Judgement.valueOf(one.judgement()).of(recording);
            observations.put(one.id(), new Observation(outcome, scenario.name(), ended, output, ""));
        });
        boolean silent = recording.requests() == 0 && !scenario.tls();
        return new ScenarioResult(scenario.name(), scenario.title(), ended, recording.requests(), silent, observations);
    }

    /** Whether the client did in this scenario what a requirement is about. */
    boolean saw(String requirement) {
        return !silent
                && observations.containsKey(requirement)
                && observations.get(requirement).outcome().seen();
    }

    boolean isNotRun() {
        return ended.equals(NOT_RUN);
    }

    /** One line on how the scenario went. */
    @Override
    public String toString() {
        String broken = observations.entrySet().stream()
                .filter(one -> !one.getValue().outcome().broken().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
        return name + " · " + count(requests, "request") + " · " + ended
                + (broken.isEmpty() ? "" : " · not kept: " + broken);
    }

    static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    static ScenarioResult notRun(Scenario scenario) {
        return new ScenarioResult(scenario.name(), scenario.title(), NOT_RUN, 0, false, Map.of());
    }
}
