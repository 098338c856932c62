package net.ixapi.auth.stub;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * An API user of the stub. Immutable. {@code toString} prints the name only.
 *
 * @param name names the user in tokens and logs
 * @param apiKey 16 characters
 * @param apiSecret 86 characters
 */
public record Account(String name, String apiKey, String apiSecret) {
    /** The example in the contract. Everybody knows it: it is for stubs that only this machine reaches. */
    public static final Account EXAMPLE =
            new Account("example", "exampleApiKey001", "exampleApiSecret" + "0".repeat(69) + "1");

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

    /**
     * An account whose credentials are of no importance.
     *
     * @param name names the user in tokens and logs
     * @return an account with a key and a secret at random
     */
    public static Account random(String name) {
        byte[] random = new byte[(KEY_LENGTH + SECRET_LENGTH) / 2];
        new SecureRandom().nextBytes(random);
        String hex = HexFormat.of().formatHex(random);
        return new Account(name, hex.substring(0, KEY_LENGTH), hex.substring(KEY_LENGTH));
    }

    private static void requireLength(String what, String value, int length) {
        int given = value.codePointCount(0, value.length());
        if (given != length) {
            throw new IllegalArgumentException(
                    "The " + what + " must have " + length + " characters, but has " + given + ".");
        }
    }

    /** Makes sure that the two can be told apart; the message holds no key. */
    void requireOtherThan(Account other) {
        if (name.equals(other.name)) {
            throw new IllegalArgumentException(
                    "There is an account " + name + " already: each needs a name of its own.");
        } else if (apiKey.equals(other.apiKey)) {
            throw new IllegalArgumentException(
                    "The accounts " + other.name + " and " + name + " have the same API key: each needs its own.");
        }
    }

    /** Whether everybody knows its secret. */
    boolean isExample() {
        return apiSecret.equals(EXAMPLE.apiSecret);
    }

    @Override
    public String toString() {
        return "Account[" + name + "]";
    }
}
