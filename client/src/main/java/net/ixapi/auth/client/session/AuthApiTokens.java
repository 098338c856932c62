package net.ixapi.auth.client.session;

import net.ixapi.auth.client.AuthApi;
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
        return pair(api.authTokenCreate(
                new AuthTokenRequest().apiKey(current.apiKey()).apiSecret(current.apiSecret())));
    }

    @Override
    public TokenPair refresh(String refreshToken) {
        return pair(api.authTokenRefresh(new RefreshTokenRequest().refreshToken(refreshToken)));
    }

    private static TokenPair pair(AuthToken token) {
        return new TokenPair(token.getAccessToken(), token.getRefreshToken());
    }
}
