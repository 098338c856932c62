package net.ixapi.auth.contract.findings;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How bad a finding is, worst first. */
public enum Level {
    /** The server breaks the document, or what that rests on (HTTP, JSON Web Tokens), or gives secrets away. */
    VIOLATION,
    /** The contract allows it, but HTTP or good practice does not: it will hurt somebody. */
    WEAKNESS,
    /** The contract leaves it open; this is what this server does. Never a failure. */
    INFO;

    /** The name in lower case, for reports. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
