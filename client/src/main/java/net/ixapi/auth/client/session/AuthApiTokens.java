package net.ixapi.auth.client.session;

import java.util.regex.Pattern;
import net.ixapi.auth.client.AuthApi;
import net.ixapi.auth.client.error.UnreadableAnswerException;
import net.ixapi.auth.client.runtime.ApiResponse;
import net.ixapi.auth.model.AuthToken;
import net.ixapi.auth.model.AuthTokenRequest;
import net.ixapi.auth.model.RefreshTokenRequest;

/** Tokens from the two operations of the contract. Safe for many threads. */
public final class AuthApiTokens implements TokenSource {
    /** Visible characters only. RFC 6750, section 2.1, allows fewer of them, but servers do not. */
    private static final Pattern IN_HEADER = Pattern.compile("[\\x21-\\x7e]+");

    private final AuthApi api;
    private final CredentialSource credentials;

    /**
     * A source of tokens.
     *
     * @param api calls the server
     * @param credentials what to log in with
     */
    public AuthApiTokens(AuthApi api, CredentialSource credentials) {
        this.api = api;
        this.credentials = credentials;
    }

    @Override
    public TokenPair logIn() {
        Credentials current = credentials.credentials();
        return pair(
                "auth_token_create",
                api.authTokenCreateWithResponse(
                        new AuthTokenRequest().apiKey(current.apiKey()).apiSecret(current.apiSecret())));
    }

    @Override
    public TokenPair refresh(String refreshToken) {
        return pair(
                "auth_token_refresh",
                api.authTokenRefreshWithResponse(new RefreshTokenRequest().refreshToken(refreshToken)));
    }

    /** An answer without a usable access token would be found useless, or worse, only when it is used. */
    private static TokenPair pair(String operation, ApiResponse<AuthToken> answer) {
        String accessToken = answer.body().getAccessToken();
        if (accessToken == null || !IN_HEADER.matcher(accessToken).matches()) {
            throw new UnreadableAnswerException(
                    operation, answer.status(), answer.headers(), "has no access token that fits into a header");
        }
        return new TokenPair(accessToken, answer.body().getRefreshToken());
    }
}
