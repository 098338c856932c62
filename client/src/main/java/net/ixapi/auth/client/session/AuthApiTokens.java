package net.ixapi.auth.client.session;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import net.ixapi.auth.client.AuthApi;
import net.ixapi.auth.client.runtime.ApiResponse;
import net.ixapi.auth.model.AuthToken;
import net.ixapi.auth.model.AuthTokenRequest;
import net.ixapi.auth.model.RefreshTokenRequest;
import org.apache.hc.client5.http.utils.DateUtils;
import org.jspecify.annotations.Nullable;

/** Tokens from the two operations of the contract. Safe for many threads. */
public final class AuthApiTokens extends CredentialTokens {
    /** {@code Date} and {@code iat} count seconds, and a response takes a moment to be written. */
    private static final long SAME_MOMENT_MILLIS = 2_000;

    private final AuthApi api;

    /**
     * A provider of tokens.
     *
     * @param api calls the server
     * @param baseUrl the server's address, which is a part of the pairs' origin
     * @param credentials what to log in with
     * @param clock the session's clock
     */
    public AuthApiTokens(AuthApi api, URI baseUrl, Supplier<Credentials> credentials, Clock clock) {
        super(baseUrl, credentials, clock);
        this.api = api;
    }

    @Override
    TokenPair logIn(Credentials current) {
        AuthTokenRequest request =
                new AuthTokenRequest().apiKey(current.apiKey()).apiSecret(current.apiSecret());
        Instant since = clock.instant();
        return pair("auth_token_create", since, api.authTokenCreateWithResponse(request));
    }

    @Override
    public TokenPair refresh(String refreshToken) {
        RefreshTokenRequest request = new RefreshTokenRequest().refreshToken(refreshToken);
        Instant since = clock.instant();
        return pair("auth_token_refresh", since, api.authTokenRefreshWithResponse(request));
    }

    private static TokenPair pair(String operation, Instant since, ApiResponse<AuthToken> response) {
        String accessToken = Objects.requireNonNullElse(response.body().getAccessToken(), "");
        Instant expiresAt = expiry(accessToken, since, response.headers());
        TokenPair pair = new TokenPair(accessToken, response.body().getRefreshToken(), expiresAt, null);
        return usable(pair, operation, response);
    }

    /**
     * When a token expires by this machine's clock, whatever the difference to the server's. The response's {@code Date} tells
     * the server's time; it is not believed if the token was issued later, or has expired by then.
     */
    private static @Nullable Instant expiry(String accessToken, Instant since, Map<String, List<String>> headers) {
        JwtTimes times = JwtTimes.of(accessToken);
        long date = date(headers);
        long issuedAt = times.issuedAt().orElse(date);
        long left = times.expiresAt().orElse(0) - date;
        if (date == 0 || left <= 0 || date < issuedAt - SAME_MOMENT_MILLIS) {
            return null;
        }
        boolean issuedNow = times.lifetime() > 0 && date <= issuedAt + SAME_MOMENT_MILLIS;
        // The date may be almost a second later than it says.
        return since.plusMillis(issuedNow ? times.lifetime() : Math.max(1, left - 1_000));
    }

    /** RFC 9110, section 6.6.1; 0 where it cannot be read. */
    private static long date(Map<String, List<String>> headers) {
        Instant date = DateUtils.parseStandardDate(
                headers.getOrDefault("Date", List.of("")).get(0));
        return date == null ? 0 : date.toEpochMilli();
    }
}
