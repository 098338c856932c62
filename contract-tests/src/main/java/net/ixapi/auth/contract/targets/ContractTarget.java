package net.ixapi.auth.contract.targets;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A server to be checked, and credentials that it must accept. Immutable. {@code toString} prints the address only.
 *
 * @param baseUri the address that all paths are relative to, such as {@code https://ix.example/api/v2}
 * @param apiKey a key that the server knows
 * @param apiSecret the secret that belongs to it
 * @param second another account that the server knows, so that accounts can be told apart; null for none
 */
public record ContractTarget(
        URI baseUri,
        String apiKey,
        String apiSecret,
        @Nullable Credentials second) {
    /**
     * The key and the secret of an account. Immutable. {@code toString} prints neither.
     *
     * @param apiKey the key
     * @param apiSecret the secret that belongs to it
     */
    public record Credentials(String apiKey, String apiSecret) {
        @Override
        public String toString() {
            return "Credentials";
        }
    }

    private static final int MAX_PORT = 65_535;

    /**
     * Checks the address.
     *
     * @throws IllegalArgumentException if it is not absolute http(s), or has a password, a query or a fragment
     */
    public ContractTarget {
        String scheme = baseUri.getScheme();
        if (baseUri.getHost() == null || !"http".equals(scheme) && !"https".equals(scheme)) {
            throw new IllegalArgumentException("The address must be absolute, such as https://ix.example/api/v2");
        } else if (baseUri.getRawUserInfo() != null
                || baseUri.getRawQuery() != null
                || baseUri.getRawFragment() != null) {
            throw new IllegalArgumentException("The address must have no password, query or fragment");
        } else if (baseUri.getPort() > MAX_PORT) {
            throw new IllegalArgumentException("The address must have a port up to " + MAX_PORT);
        }
    }

    /**
     * A server with one account to check it with.
     *
     * @throws IllegalArgumentException if the address is not absolute http(s), or has a password, a query or a fragment
     */
    public ContractTarget(URI baseUri, String apiKey, String apiSecret) {
        this(baseUri, apiKey, apiSecret, null);
    }

    /**
     * The target that a build names: {@code -Dcontract.base-url=…}, with the credentials in the environment.
     *
     * @return the target, or empty where none is named
     * @throws IllegalArgumentException if its address cannot be one, as for the constructor
     * @throws IllegalStateException if one is named, but no credentials for it
     */
    public static Optional<ContractTarget> fromEnvironment() {
        return Optional.ofNullable(System.getProperty("contract.base-url"))
                .map(url -> new ContractTarget(address(url), required("IX_API_KEY"), required("IX_API_SECRET")));
    }

    /**
     * Reads an address.
     *
     * @param text the address
     * @return the same as a URI
     * @throws IllegalArgumentException if it is none; in other words than the JDK's, which repeat it, and a password in it
     */
    public static URI address(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("The address is not a URI, such as https://ix.example/api/v2");
        }
    }

    private static String required(String variable) {
        @Nullable String value = System.getenv(variable);
        if (value == null || value.isEmpty()) {
            throw new IllegalStateException("Set the environment variable " + variable
                    + " to credentials that the server of contract.base-url knows.");
        }
        return value;
    }

    @Override
    public String toString() {
        return baseUri.toString();
    }
}
