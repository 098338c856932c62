package net.ixapi.auth.contract.wire;

/**
 * A header field. Immutable.
 *
 * @param name its name, as written
 * @param value its value, without spaces around it
 */
public record Header(String name, String value) {
    /** Whether it has a name, in any case. */
    public boolean is(String otherName) {
        return name.equalsIgnoreCase(otherName);
    }

    /** The value may be a token. */
    @Override
    public String toString() {
        return name;
    }
}
