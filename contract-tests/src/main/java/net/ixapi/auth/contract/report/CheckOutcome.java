package net.ixapi.auth.contract.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.stream.Collectors;
import net.ixapi.auth.contract.findings.Level;

/**
 * A check and what it found: a row of the trace table. Immutable.
 *
 * @param check the check
 * @param requirements the ids of the requirements that it tests
 * @param findings what it found, the worst first
 */
record CheckOutcome(
        @JsonUnwrapped RunResult.CheckResult check,
        List<String> requirements,
        @JsonIgnore List<ReportedFinding> findings) {
    @JsonProperty
    boolean passed() {
        return check.notRun().isEmpty() && findings.stream().noneMatch(finding -> finding.level() == Level.VIOLATION);
    }

    /** For people. */
    String found() {
        String found = LevelCount.of(findings).stream()
                .filter(level -> level.count() > 0)
                .map(LevelCount::toString)
                .collect(Collectors.joining(", "));
        return !check.notRun().isEmpty() ? "not run: " + check.notRun() : found.isEmpty() ? "passed" : found;
    }

    /** The level of its worst finding, for a colour; what did not run has none. */
    String level() {
        String passed = check.notRun().isEmpty() ? "ok" : "";
        return findings.isEmpty() ? passed : findings.get(0).level().label();
    }
}
