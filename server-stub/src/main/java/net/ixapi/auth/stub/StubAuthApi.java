package net.ixapi.auth.stub;

import java.util.List;
import net.ixapi.auth.model.AuthToken;
import net.ixapi.auth.model.AuthTokenRequest;
import net.ixapi.auth.model.RefreshTokenRequest;
import net.ixapi.auth.server.AuthApi;
import net.ixapi.auth.server.runtime.FieldError;
import net.ixapi.auth.server.runtime.InvalidRequestException;
import net.ixapi.auth.stub.token.InvalidTokenException;
import net.ixapi.auth.stub.token.Tokens;
import org.jspecify.annotations.Nullable;

/** Answers the two operations of the contract. Safe for many threads. */
record StubAuthApi(Accounts accounts, Tokens tokens, StubProblems problems) implements AuthApi {
    @Override
    public AuthToken authTokenCreate(@Nullable AuthTokenRequest request) {
        if (request == null) {
            throw missing("api_key", "api_secret");
        }
        return accounts.authenticate(request.getApiKey(), request.getApiSecret())
                .map(account -> tokens.issue(account.name()))
                .orElseThrow(problems::wrongCredentials);
    }

    @Override
    public AuthToken authTokenRefresh(@Nullable RefreshTokenRequest request) {
        if (request == null) {
            throw missing("refresh_token");
        }
        try {
            return tokens.refresh(request.getRefreshToken());
        } catch (InvalidTokenException e) {
            throw problems.refused(e);
        }
    }

    /** The contract leaves the body optional, but says nothing of how to authenticate without one. */
    private static InvalidRequestException missing(String... properties) {
        return new InvalidRequestException(List.of(properties).stream()
                .map(name -> new FieldError(name, "is required"))
                .toList());
    }
}
