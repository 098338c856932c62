package net.ixapi.auth.contract.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import net.ixapi.auth.contract.requirements.Requirement;

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

    boolean has(Requirement requirement) {
        return requirement.isOfClients() == (this == CLIENT);
    }
}
