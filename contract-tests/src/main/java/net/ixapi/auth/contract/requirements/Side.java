package net.ixapi.auth.contract.requirements;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who is checked: the contract has requirements of both sides. */
public enum Side {
    /** A server, by requests. */
    SERVER,
    /** A client, by scenarios. */
    CLIENT;

    /** The name in lower case, for reports. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
