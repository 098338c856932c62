package net.ixapi.auth.contract.report;

import java.util.stream.Stream;

/**
 * A rule in the document for what is sent. Immutable.
 *
 * @param operation such as {@code POST /auth/token}
 * @param rule such as {@code api_key maxLength}
 * @param valid how many bodies kept to it
 * @param invalid how many bodies broke it
 * @param enforced whether all of those were refused
 */
public record Rule(String operation, String rule, int valid, int invalid, boolean enforced) {
    String state() {
        return invalid == 0 ? "not tried" : enforced ? "enforced" : "not enforced";
    }

    Stream<String> gaps() {
        // Any valid body keeps to the others.
        boolean hasTwoSides = !rule.endsWith(" required") && !rule.endsWith(" type");
        String gap = invalid == 0 ? "not tried" : hasTwoSides && valid == 0 ? "tried on one side only" : "";
        return gap.isEmpty() ? Stream.of() : Stream.of(operation + ": '" + rule + "' was " + gap);
    }
}
