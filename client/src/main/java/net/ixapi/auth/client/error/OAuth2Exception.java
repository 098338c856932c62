package net.ixapi.auth.client.error;

import org.jspecify.annotations.Nullable;

/** An OAuth2 token server refused to give a token, and said why (RFC 6749, section 5.2). */
public final class OAuth2Exception extends ApiStatusException {
    private static final long serialVersionUID = 1L;

    /** RFC 6749, section 5.2. What a server says beside these could be anything, and is not repeated in a message. */
    private static final String CODES =
            "invalid_(request|client|grant|scope)|unauthorized_client|unsupported_grant_type";

    private final transient @Nullable String error;

    /**
     * A refusal.
     *
     * @param refused the response of the token server
     * @param error its error code; null when the exception was serialized
     */
    public OAuth2Exception(ApiStatusException refused, @Nullable String error) {
        super(refused.response(), error != null && error.matches(CODES) ? ", " + error : "");
        initCause(refused);
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
        return new OAuth2Exception(this, error);
    }
}
