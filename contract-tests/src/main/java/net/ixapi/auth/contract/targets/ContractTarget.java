package net.ixapi.auth.contract.targets;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.hc.core5.http.HttpHost;
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

    /**
     * Checks the address.
     *
     * @throws IllegalArgumentException if it is not absolute http(s), or has a password, a query or a fragment
     */
    public ContractTarget {
        String authority = baseUri.getRawAuthority();
        if (authority == null
                || !"http".equalsIgnoreCase(baseUri.getScheme()) && !"https".equalsIgnoreCase(baseUri.getScheme())) {
            throw new IllegalArgumentException("The address must be absolute, such as https://ix.example/api/v2");
        } else if (authority.contains("@") || baseUri.getRawQuery() != null || baseUri.getRawFragment() != null) {
            throw new IllegalArgumentException("The address must have no password, query or fragment");
        }
        host(baseUri);
    }

    /**
     * Where an address leads. The JDK finds no host in a name with {@code _}, which containers have; HttpCore does.
     *
     * @param address an absolute address
     * @return its host, with the port -1 if the address has none
     * @throws IllegalArgumentException if no host or port can be so
     */
    public static HttpHost host(URI address) {
        try {
            return HttpHost.create(address.getScheme() + "://" + address.getRawAuthority());
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new IllegalArgumentException("The address must have a host, and a port up to 65535");
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
     * A key like that of the account, and another one each time: some servers lock any key after some failures, and one that nobody has
     * may be locked since an earlier run.
     *
     * @return the key
     */
    public String keyOfNobody() {
        StringBuilder key = new StringBuilder(apiKey);
        // Keys may begin alike.
        for (int i = key.length() / 2; i < key.length(); i++) {
            char c = key.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                key.setCharAt(i, any(Character.isDigit(c) ? '2' : Character.isUpperCase(c) ? 'A' : 'a'));
            }
        }
        return key.toString();
    }

    /** One of six characters, which hexadecimal numbers have as well as Base32. */
    private static char any(char first) {
        return (char) (first + ThreadLocalRandom.current().nextInt(6));
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
