package net.ixapi.auth.contract.clients;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a client did in one scenario. Immutable; holds no secret.
 *
 * @param name the name of the scenario
 * @param title what happened in it
 * @param ended how the client ended; empty where it was not run
 * @param requests how many requests it sent
 * @param sendsNothing whether it is right to send none
 * @param output the end of what it printed
 * @param took how long it took
 * @param outcomes what was seen of each requirement
 */
record ScenarioResult(
        String name,
        String title,
        String ended,
        int requests,
        boolean sendsNothing,
        String output,
        Duration took,
        Map<String, Judgement.Outcome> outcomes) {
    static ScenarioResult of(Scenario scenario, Recording recording, String output, Duration took) {
        Map<String, Judgement.Outcome> outcomes = new LinkedHashMap<>();
        scenario.judgements.forEach((requirement, judgement) -> outcomes.put(requirement, judgement.of(recording)));
        return new ScenarioResult(
                scenario.name,
                scenario.title,
                recording.ending().toString(),
                recording.sent().size(),
                scenario.sendsNothing,
                output,
                took,
                outcomes);
    }

    static ScenarioResult notRun(Scenario scenario) {
        return new ScenarioResult(scenario.name, scenario.title, "", 0, true, "", Duration.ZERO, Map.of());
    }

    boolean misses() {
        return requests == 0 && !sendsNothing;
    }

    boolean isRun() {
        return !ended.isEmpty();
    }
}
