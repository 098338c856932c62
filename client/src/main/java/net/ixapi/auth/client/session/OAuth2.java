package net.ixapi.auth.client.session;

import java.net.URI;
import java.util.List;
import java.util.Objects;

/**
 * How to log in by OAuth2 client credentials (RFC 6749, section 4.4), which the document declares beside the key from IX-API 2.7.
 * The key is the {@code client_id} and the secret the {@code client_secret}. Immutable.
 *
 * @param tokenUrl where tokens are given; without a query
 * @param scopes what the token is for; may be empty
 * @param authentication how the token server is told the key and the secret
 */
public record OAuth2(URI tokenUrl, List<String> scopes, ClientAuthentication authentication) {
    /** The two ways of RFC 6749, section 2.3.1. */
    public enum ClientAuthentication {
        /** In the header {@code Authorization}, which every token server takes. */
        CLIENT_SECRET_BASIC,
        /** In the body. */
        CLIENT_SECRET_POST
    }

    /**
     * Copies the scopes.
     *
     * @param tokenUrl as above
     * @param scopes as above
     * @param authentication as above
     */
    public OAuth2 {
        Objects.requireNonNull(tokenUrl, "tokenUrl");
        Objects.requireNonNull(authentication, "authentication");
        scopes = List.copyOf(scopes);
    }

    /**
     * With the header that every token server takes.
     *
     * @param tokenUrl as above
     * @param scopes as above
     */
    public OAuth2(URI tokenUrl, String... scopes) {
        this(tokenUrl, List.of(scopes), ClientAuthentication.CLIENT_SECRET_BASIC);
    }
}
