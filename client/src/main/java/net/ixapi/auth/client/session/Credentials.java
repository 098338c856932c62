package net.ixapi.auth.client.session;

import java.util.Objects;

/**
 * What an API user logs in with. Immutable. {@code toString} prints neither.
 *
 * @param apiKey the key, 16 characters
 * @param apiSecret the secret, 86 characters
 */
public record Credentials(String apiKey, String apiSecret) {
    /**
     * Credentials.
     *
     * @param apiKey as above
     * @param apiSecret as above
     * @throws NullPointerException if one of them is missing
     */
    public Credentials {
        Objects.requireNonNull(apiKey, "apiKey");
        Objects.requireNonNull(apiSecret, "apiSecret");
    }

    @Override
    public String toString() {
        return "Credentials[apiKey=*, apiSecret=*]";
    }
}
