package net.ixapi.auth.contract.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a run says of a server, or of a client. */
public enum Verdict {
    /** Nothing is wrong, and everything in the document was seen. */
    CONFORMANT(0, "The %s keeps the contract."),
    /** Something is wrong. */
    NOT_CONFORMANT(1, "The %s does not keep the contract."),
    /** What is wrong is accepted by the baseline, and everything else in the document was seen. */
    ACCEPTED(0, "The %s does not keep the contract, but each violation is accepted by the baseline."),
    /** Nothing is wrong that is not accepted, but the baseline accepts what is not found, or its time is over. */
    BASELINE_OUTDATED(1, "The baseline is out of date."),
    /** The server refuses the credentials, so that there is nothing to judge. */
    REFUSED(2, "%2$s"),
    /** There is no IX-API at the address; or the client sends nothing to it. */
    UNREACHABLE(3, "%2$s"),
    /** Nothing is wrong, but responses in the document never came, or scenarios were not run. */
    PROVED_TOO_LITTLE(4, "Nothing is wrong with what was seen, but that was too little."),
    /** The generated client or its models contradict the document: whatever else the run found may be wrong, too. The code is EX_SOFTWARE of sysexits.h. */
    SUITE_AT_FAULT(70, "The suite itself is at fault: please report that.");

    private final int exitCode;
    private final String text;

    Verdict(int exitCode, String text) {
        this.exitCode = exitCode;
        this.text = text;
    }

    /** What a command ends with. */
    public int exitCode() {
        return exitCode;
    }

    /** For people: one sentence; where there was nothing to judge, why. */
    String text(RunResult run) {
        return text.formatted(run.side().label(), run.ended());
    }

    @JsonValue
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
