package net.ixapi.auth.contract.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import net.ixapi.auth.contract.checks.Catalogue;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.requirements.Requirement;
import net.ixapi.auth.contract.requirements.Requirements;

/**
 * A run as it is judged. Holds no secret; immutable. What is serialized of it is {@code report.json}, as {@code report.schema.json}
 * describes it.
 *
 * @param run what the run saw
 * @param settings how it is judged
 */
@JsonPropertyOrder({"verdict", "run", "settings", "checks", "requirements", "outdated", "findings"})
public record Report(
        @JsonUnwrapped RunResult run, @JsonUnwrapped ReportSettings settings) {
    /**
     * What was found.
     *
     * @return the findings, the worst first, of which the baseline may accept some
     */
    @JsonProperty
    public List<ReportedFinding> findings() {
        return run.findings().stream()
                .map(finding -> finding.accepted(settings.baseline().reason(finding, run.day())))
                .toList();
    }

    /**
     * What is out of date in the baseline.
     *
     * @return one sentence for each entry that accepts nothing any more
     */
    @JsonProperty
    public List<String> outdated() {
        return settings.baseline().outdated(run);
    }

    @JsonProperty
    List<RequirementResult> requirements() {
        List<ReportedFinding> findings = findings();
        return Requirements.ofTheContract().stream()
                .map(requirement -> RequirementResult.of(requirement, run, findings))
                .toList();
    }

    @JsonProperty
    List<CheckOutcome> checks() {
        List<ReportedFinding> findings = findings();
        return run.checks().stream()
                .map(check -> new CheckOutcome(
                        check,
                        Requirements.ofTheContract().stream()
                                .filter(requirement ->
                                        requirement.side() == run.side() && requirement.isTestedBy(check.name()))
                                .map(Requirement::id)
                                .toList(),
                        findings.stream()
                                .filter(finding ->
                                        finding.check().equals(check.name()) || finding.isAbout(check.name()))
                                .toList()))
                .toList();
    }

    /**
     * In one word.
     *
     * @return what to say of the server or client
     */
    @JsonProperty
    public Verdict verdict() {
        List<ReportedFinding> findings = findings();
        if (run.unjudged() != null) {
            return run.unjudged();
        } else if (!run.generatedClient().faults().isEmpty()) {
            return Verdict.SUITE_AT_FAULT;
        } else if (findings.stream().anyMatch(finding -> finding.fails(settings.strict()))) {
            return Verdict.NOT_CONFORMANT;
        } else if (!outdated().isEmpty()) {
            return Verdict.BASELINE_OUTDATED;
        } else if (!run.unexercised().isEmpty()) {
            return Verdict.PROVED_TOO_LITTLE;
        }
        return findings.stream().anyMatch(finding -> finding.level() == Level.VIOLATION)
                ? Verdict.ACCEPTED
                : Verdict.CONFORMANT;
    }

    /**
     * The verdict for people.
     *
     * @return one sentence, which claims no more than was checked
     */
    public String sentence() {
        return run.partial() && verdict() == Verdict.CONFORMANT
                ? "The selected checks found nothing (" + run.checks().size() + " of "
                        + Catalogue.titles().size() + ")."
                : verdict().text(run);
    }
}
