package net.ixapi.auth.contract.clients;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** How a {@link SmallClient} does things; those of the default are right. */
final class Habits {
    String contentType = "application/json";
    String accept = "application/json";
    String scheme = "Bearer ";
    Map<String, String> callHeaders = new LinkedHashMap<>();
    UnaryOperator<String> loginBody = body -> body;
    String loginQuery = "";
    boolean oauth2;
    String grant = "grant_type=client_credentials";
    boolean authorizesRefresh;
    boolean followsRedirects;
    boolean callsLocalhost;
    boolean trustsAll;
    boolean prints;
    boolean alwaysSucceeds;
    boolean logsInEachTime;
    boolean locks = true;
    int loginAttempts = 1;
    /** When a token of a lifetime is renewed, as a part of it; more than 1 for after its end. */
    double renewsAfter = 0.8;

    boolean refreshes = true;
    boolean sendsAccessTokenToRefresh;
    boolean keepsAccessToken;
    boolean keepsRefreshToken;
    boolean sendsRefreshTokenToCall;
    int refreshAttempts = 1;
    boolean fallsBack = true;
    boolean toleratesGateways = true;
    int repeats = 1;
    boolean renewsAfter403;
    boolean needsKnownType;
    boolean trustsBodyStatus;
    int attempts = 3;
    Function<String, Duration> retryAfter = SmallHttp::wait;
    Duration backoff = Duration.ofSeconds(1);
    boolean needsKnownProperties;
    boolean needs201;
    Duration timeout = Duration.ofSeconds(6);
    boolean readsHalves;
    boolean needsJwt;
    boolean needsExpiry;
    boolean comparesExpiryWithItsClock;
    boolean refusesExpiredTokens;
    boolean renewsExpiredTokensAtOnce;
    int maxToken = Integer.MAX_VALUE;
}
