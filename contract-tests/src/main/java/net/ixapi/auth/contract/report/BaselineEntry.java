package net.ixapi.auth.contract.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DateTimeException;
import java.time.LocalDate;
import net.ixapi.auth.contract.requirements.Requirement;
import net.ixapi.auth.contract.requirements.Requirements;
import net.ixapi.auth.contract.requirements.Side;

/**
 * One accepted finding. What is left out in the file is an empty text. Immutable.
 *
 * @param requirement the id of its requirement
 * @param operation of a server, its operation, such as {@code POST /auth/token}; empty for the server as a whole
 * @param scenario of a client, the scenario in which it was found
 * @param reason why it is accepted; for those who look at it later
 * @param until the last day on which it is
 */
public record BaselineEntry(
        String requirement,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String operation,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String scenario,
        String reason,
        String until) {
    /** So long does an entry last that nobody has given another end. */
    private static final int DEFAULT_MONTHS = 3;

    /** Somebody has to write the reason. */
    static BaselineEntry of(String requirement, String subject, LocalDate today) {
        boolean client = Requirements.named(requirement).orElseThrow().side() == Side.CLIENT;
        String until = today.plusMonths(DEFAULT_MONTHS).toString();
        return new BaselineEntry(requirement, client ? "" : subject, client ? subject : "", "", until);
    }

    boolean isAbout(ReportedFinding finding) {
        return requirement.equals(finding.requirement()) && finding.isAbout(subject());
    }

    /** One of the two is empty. */
    String subject() {
        return operation + scenario;
    }

    /** Of a client, only its own scenario tests it. */
    boolean isTestedBy(String test) {
        return scenario.isEmpty()
                ? Requirements.named(requirement).orElseThrow().tests().contains(test)
                : scenario.equals(test);
    }

    boolean isExpired(LocalDate today) {
        return LocalDate.parse(until).isBefore(today);
    }

    String label() {
        return (requirement + " " + subject()).strip();
    }

    /** What is wrong with it; empty where nothing is. */
    String mistake() {
        Requirement named = Requirements.named(requirement).orElse(null);
        if (named == null) {
            return "there is no such requirement; --list prints all of them";
        }
        boolean ofScenario = operation.isEmpty() && !scenario.isEmpty() && named.isTestedBy(scenario);
        if (named.side() == Side.CLIENT ? !ofScenario : !scenario.isEmpty()) {
            return "a requirement of servers has an operation, and one of clients a scenario that tests it";
        } else if (reason.isBlank()) {
            return "it has no reason";
        }
        try {
            LocalDate.parse(until);
            return "";
        } catch (DateTimeException e) {
            return "'until' must be a day such as 2027-01-31";
        }
    }
}
