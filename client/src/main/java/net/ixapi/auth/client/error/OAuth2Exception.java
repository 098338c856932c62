package net.ixapi.auth.client.error;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An OAuth2 token server refused to give a token, and said why (RFC 6749, section 5.2). */
public final class OAuth2Exception extends ApiStatusException {
    private static final long serialVersionUID = 1L;

    /** RFC 6749, section 5.2. What a server says beside these could be anything, and is not repeated in a message. */
    private static final Set<String> CODES = Set.of(
            "invalid_request",
            "invalid_client",
            "invalid_grant",
            "unauthorized_client",
            "unsupported_grant_type",
            "invalid_scope");

    private final transient @Nullable String error;

    /**
     * A refusal.
     *
     * @param refused what the token server answered
     * @param error its error code
     */
    public OAuth2Exception(ApiStatusException refused, String error) {
        this(refused.operation(), refused.status(), refused.headers(), error);
    }

    private OAuth2Exception(String operation, int status, Map<String, List<String>> headers, @Nullable String error) {
        super(
                operation,
                status,
                headers,
                ProblemDetails.NONE,
                null,
                error != null && CODES.contains(error) ? ", " + error : "");
        this.error = error;
    }

    /**
     * The error code, such as {@code invalid_client} where the key or the secret is wrong.
     *
     * @return one of RFC 6749, section 5.2, or another one of the server's; null when the exception was serialized
     */
    public @Nullable String error() {
        return error;
    }

    @Override
    public boolean isFromIntermediary() {
        return false;
    }

    @Override
    public OAuth2Exception forCaller() {
        OAuth2Exception copy = new OAuth2Exception(operation(), status(), headers(), error);
        copy.initCause(this);
        return copy;
    }
}
