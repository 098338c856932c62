package net.ixapi.auth.client.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.function.Supplier;
import net.ixapi.auth.client.error.InvalidResponseException;
import net.ixapi.auth.client.runtime.ApiResponse;
import org.jspecify.annotations.Nullable;

/** Tokens that are given for credentials. Safe for many threads. */
abstract class CredentialTokens implements TokenProvider {
    final Clock clock;
    private final URI server;
    private final Supplier<Credentials> credentials;
    private volatile @Nullable Credentials lastUsed;

    CredentialTokens(URI server, Supplier<Credentials> credentials, Clock clock) {
        this.server = server;
        this.credentials = credentials;
        this.clock = clock;
    }

    abstract TokenPair logIn(Credentials current);

    @Override
    public TokenPair logIn() {
        Credentials current = credentials.get();
        lastUsed = current;
        return logIn(current).withOrigin(origin(server, current.apiKey()));
    }

    @Override
    public boolean credentialsChanged() {
        return !credentials.get().equals(lastUsed);
    }

    @Override
    public String origin() {
        return origin(server, credentials.get().apiKey());
    }

    /**
     * The origin of a server's pairs, for a pair that a program stored without it. It is hashed, since the key is no business of
     * whoever reads the store.
     *
     * @param server the exchange's address, as {@code IxApiClient.baseUrl()} says it, or the token URL
     * @param apiKey the API key
     * @return 64 hexadecimal digits
     */
    public static String origin(URI server, String apiKey) {
        try {
            byte[] text = (server + "\n" + apiKey).getBytes(UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /** A response without a usable access token would be found useless, or worse, only when it is used. */
    static TokenPair usable(TokenPair pair, String operation, ApiResponse<?> response) {
        if (pair.isUsable()) {
            return pair;
        }
        throw new InvalidResponseException(
                operation, response.status(), response.headers(), "has no access token that fits into a header");
    }
}
