package net.ixapi.auth.client.session;

import net.ixapi.auth.client.AuthApi;
import net.ixapi.auth.client.error.UnreadableAnswerException;
import net.ixapi.auth.client.runtime.ApiResponse;
import net.ixapi.auth.model.AuthToken;
import net.ixapi.auth.model.AuthTokenRequest;
import net.ixapi.auth.model.RefreshTokenRequest;

/** Tokens from the two operations of the contract. Safe for many threads. */
public final class AuthApiTokens implements TokenSource {
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

    /** An answer without an access token would be found useless only when it is used. */
    private static TokenPair pair(String operation, ApiResponse<AuthToken> answer) {
        String accessToken = answer.body().getAccessToken();
        if (accessToken == null || accessToken.isBlank()) {
            throw new UnreadableAnswerException(operation, answer.status(), answer.headers(), "has no access token");
        }
        return new TokenPair(accessToken, answer.body().getRefreshToken());
    }
}
