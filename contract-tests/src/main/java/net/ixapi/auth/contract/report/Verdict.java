package net.ixapi.auth.contract.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a run says of a server. */
public enum Verdict {
    /** Nothing is wrong, and everything in the document was seen. */
    CONFORMANT("The server keeps the contract."),
    /** Something is wrong. */
    NOT_CONFORMANT("The server does not keep the contract."),
    /** Nothing is wrong, but responses in the document never came. */
    PROVED_TOO_LITTLE("Nothing is wrong with what was seen, but that was too little."),
    /** The generated client or its models contradict the document: whatever else the run found may be wrong, too. */
    SUITE_AT_FAULT("The suite itself is at fault: please report that.");

    private final String text;

    Verdict(String text) {
        this.text = text;
    }

    /** For people: one sentence. */
    public String text() {
        return text;
    }

    @JsonValue
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
