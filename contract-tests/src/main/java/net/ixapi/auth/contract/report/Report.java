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
 * @param findings what was found, the worst first, of which a baseline may accept some
 * @param outdated one sentence for each entry of the baseline that accepts nothing any more
 * @param strict whether weaknesses count as failures
 * @param about who was checked, and how
 */
@JsonPropertyOrder({"verdict", "run", "strict", "about", "checks", "requirements", "outdated", "findings"})
public record Report(
        @JsonUnwrapped RunResult run,
        List<ReportedFinding> findings,
        List<String> outdated,
        boolean strict,
        About about) {
    /**
     * Judges a run.
     *
     * @param run what the run saw
     * @param baseline the findings that are accepted
     * @param strict whether weaknesses count as failures
     * @param about who was checked, and how
     */
    public Report(RunResult run, Baseline baseline, boolean strict, About about) {
        this(run, baseline.accepting(run), baseline.outdated(run), strict, about);
    }

    @JsonProperty
    List<RequirementResult> requirements() {
        return Requirements.ofTheContract().stream()
                .map(requirement -> RequirementResult.of(requirement, run, findings))
                .toList();
    }

    @JsonProperty
    List<CheckOutcome> checks() {
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
        if (run.unjudged() != null) {
            return run.unjudged();
        } else if (!run.generatedClient().faults().isEmpty()) {
            return Verdict.SUITE_AT_FAULT;
        } else if (findings.stream().anyMatch(finding -> finding.fails(strict))) {
            return Verdict.NOT_CONFORMANT;
        } else if (!outdated.isEmpty()) {
            return Verdict.BASELINE_OUTDATED;
        } else if (!run.unexplained().isEmpty()) {
            return Verdict.PROVED_TOO_LITTLE;
        }
        return hasViolation() ? Verdict.ACCEPTED : Verdict.CONFORMANT;
    }

    private boolean hasViolation() {
        return findings.stream().anyMatch(finding -> finding.level() == Level.VIOLATION);
    }

    /**
     * The verdict for people.
     *
     * @return one sentence, which claims no more than was checked
     */
    public String sentence() {
        Verdict verdict = verdict();
        if (run.partial() && verdict == Verdict.CONFORMANT) {
            return "The selected checks found nothing (" + run.checks().size() + " of "
                    + Catalogue.titles().size() + ").";
        } else if (verdict == Verdict.PROVED_TOO_LITTLE && hasViolation()) {
            return "Each violation is accepted by the baseline, but what was seen was too little.";
        }
        return verdict.text(run);
    }
}
