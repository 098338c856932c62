package net.ixapi.auth.stub;

/**
 * An API user of the stub. Immutable. {@code toString} prints the name only.
 *
 * @param name names the user in tokens and logs
 * @param apiKey 16 characters
 * @param apiSecret 86 characters
 */
public record Account(String name, String apiKey, String apiSecret) {
    /** The lengths that the contract demands. */
    private static final int KEY_LENGTH = 16;

    private static final int SECRET_LENGTH = 86;

    /**
     * Checks the lengths.
     *
     * @throws IllegalArgumentException if the key or the secret is of another length
     */
    public Account {
        requireLength("API key", apiKey, KEY_LENGTH);
        requireLength("API secret", apiSecret, SECRET_LENGTH);
    }

    private static void requireLength(String what, String value, int length) {
        int given = value.codePointCount(0, value.length());
        if (given != length) {
            throw new IllegalArgumentException(
                    "The " + what + " must have " + length + " characters, but has " + given + ".");
        }
    }

    @Override
    public String toString() {
        return "Account[" + name + "]";
    }
}
