package net.ixapi.auth.contract.clients;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.ixapi.auth.contract.requirements.Requirement;

/**
 * What a client did in one scenario. Immutable; holds no secret.
 *
 * @param name the name of the scenario
 * @param title what happened in it
 * @param ended how the client ended, or that it was not run
 * @param requests how many requests it sent
 * @param silent whether it sent none although it should have
 * @param output the last lines that it printed
 * @param took how long it took
 * @param outcomes what was seen of each requirement, by its id
 */
record ScenarioResult(
        String name,
        String title,
        String ended,
        int requests,
        boolean silent,
        List<String> output,
        Duration took,
        Map<String, Judgement.Outcome> outcomes) {
    static final String NOT_RUN = "not run";

    static ScenarioResult of(Scenario scenario, Recording recording, List<String> output, Duration took) {
        Map<String, Judgement.Outcome> outcomes = new LinkedHashMap<>();
        Requirement.ofTheContract().stream()
                .filter(requirement -> requirement.isOfClients() && requirement.isTestedBy(scenario.name()))
                .forEach(requirement -> outcomes.put(
                        requirement.id(),
                        Judgement.valueOf(requirement.judgement()).of(recording)));
        return new ScenarioResult(
                scenario.name(),
                scenario.title(),
                recording.ending().toString(),
                recording.sent().size(),
                recording.sent().isEmpty() && !scenario.tls(),
                output,
                took,
                outcomes);
    }

    static ScenarioResult notRun(Scenario scenario) {
        return new ScenarioResult(
                scenario.name(), scenario.title(), NOT_RUN, 0, false, List.of(), Duration.ZERO, Map.of());
    }
}
