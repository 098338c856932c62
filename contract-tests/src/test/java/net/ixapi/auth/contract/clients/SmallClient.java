package net.ixapi.auth.contract.clients;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A client that keeps all requirements, until its habits are changed. */
class SmallClient implements Calls.Call {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** How it does things; those of the default are right. */
    static class Habits {
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
        Function<String, Duration> retryAfter = SmallClient::wait;
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

    private record Response(int statusCode, String body, Optional<String> retryAfter) {}

    private final Map<String, String> environment;
    private final Habits habits;
    private final HttpClient http;
    private String access = "";
    private String refresh = "";
    private Instant renewal = Instant.MAX;

    SmallClient(Map<String, String> environment, Habits habits) {
        this.environment = environment;
        this.habits = habits;
        HttpClient.Builder builder = HttpClient.newBuilder();
        this.http = (habits.trustsAll ? builder.sslContext(TrustsAll.context()) : builder).build();
    }

    private String host() {
        String host = environment.get("IX_API_HOST");
        return habits.callsLocalhost ? host.replace("127.0.0.1", "localhost") : host;
    }

    @Override
    public String printed() {
        return habits.prints ? "my secret is " + environment.get("IX_API_SECRET") : "";
    }

    @Override
    public int status() throws Exception {
        try {
            return habits.alwaysSucceeds ? Math.min(200, call()) : call();
        } catch (Exception e) {
            if (habits.alwaysSucceeds) {
                return 200;
            }
            throw e;
        }
    }

    private int call() throws Exception {
        String token = token();
        Response response = get(token);
        for (int i = 0; i < habits.repeats && isRefused(response); i++) {
            invalidate(token);
            token = token();
            response = get(token);
        }
        return response.statusCode();
    }

    private boolean isRefused(Response response) throws IOException {
        if (response.statusCode() == 403) {
            return habits.renewsAfter403;
        } else if (response.statusCode() != 401) {
            return false;
        }
        JsonNode problem = JSON.readTree(response.body());
        return (!habits.needsKnownType
                        || problem.path("type").asText().matches(".*/(signature-expired|not-authenticated).html"))
                && (!habits.trustsBodyStatus || problem.path("status").asInt() == 401);
    }

    private Response get(String token) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(host() + "/accounts"))
                .header("Authorization", habits.scheme + (habits.sendsRefreshTokenToCall ? refresh : token));
        habits.callHeaders.forEach((name, value) -> request.header(name, environment.getOrDefault(value, value)));
        return send(request);
    }

    private String token() throws Exception {
        if (!habits.locks) {
            return unlockedToken();
        }
        synchronized (this) {
            return unlockedToken();
        }
    }

    private String unlockedToken() throws Exception {
        if (access.isEmpty() || habits.logsInEachTime || !Instant.now().isBefore(renewal)) {
            renew();
        }
        return access;
    }

    private synchronized void invalidate(String token) {
        if (token.equals(access)) {
            renewal = Instant.MIN;
        }
    }

    private void renew() throws Exception {
        if (refresh.isEmpty() || !habits.refreshes || habits.logsInEachTime) {
            logIn();
            return;
        }
        String body =
                JSON.writeValueAsString(Map.of("refresh_token", habits.sendsAccessTokenToRefresh ? access : refresh));
        Response response = null;
        for (int i = 0; i < habits.refreshAttempts && response == null; i++) {
            try {
                response = post("/auth/refresh", body, habits.authorizesRefresh ? "Bearer " + access : "");
            } catch (IOException | ExecutionException e) {
                // It may have been used up.
            }
        }
        if (response != null && response.statusCode() / 100 == 2) {
            take(response);
        } else if (habits.fallsBack && (habits.toleratesGateways || response == null || response.statusCode() == 401)) {
            logIn();
        } else {
            throw new IOException("refused");
        }
    }

    private void logIn() throws Exception {
        for (int attempt = 1; true; attempt++) {
            Response response = habits.oauth2 ? grant() : login();
            if (response.statusCode() == 201 || response.statusCode() == 200 && !habits.needs201) {
                take(response);
                return;
            } else if (attempt >= habits.loginAttempts) {
                throw new IOException("no log-in: " + response.statusCode());
            }
        }
    }

    private Response login() throws Exception {
        String body = JSON.writeValueAsString(
                Map.of("api_key", environment.get("IX_API_KEY"), "api_secret", environment.get("IX_API_SECRET")));
        String query = habits.loginQuery.isEmpty() ? "" : "?" + habits.loginQuery + environment.get("IX_API_SECRET");
        return post("/auth/token" + query, habits.loginBody.apply(body), "");
    }

    private Response grant() throws Exception {
        String form =
                habits.grant + "&client_id=" + encoded("IX_API_KEY") + "&client_secret=" + encoded("IX_API_SECRET");
        return send(HttpRequest.newBuilder(URI.create(environment.get("IX_API_OAUTH2_TOKEN_URL")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private String encoded(String variable) {
        return URLEncoder.encode(environment.get(variable), StandardCharsets.UTF_8);
    }

    private void take(Response response) throws Exception {
        if (habits.readsHalves && !response.body().endsWith("}")) {
            access = response.body().replaceAll("(?s).*\"access_token\"\\s*:\\s*\"([^\"]*)\".*", "$1");
            return;
        }
        JsonNode pair = JSON.readTree(response.body());
        if (habits.needsKnownProperties && pair.size() > 2) {
            throw new IOException("unknown properties");
        }
        boolean first = access.isEmpty();
        String token = pair.path("access_token").asText();
        access = habits.keepsAccessToken && !first
                ? access
                : token.substring(0, Math.min(token.length(), habits.maxToken));
        refresh = habits.keepsRefreshToken && !first
                ? refresh
                : pair.path("refresh_token").asText();
        JsonNode claims = claims(token);
        boolean expires = claims.path("exp").isNumber();
        if (habits.needsJwt && !claims.isObject() || habits.needsExpiry && !expires) {
            throw new IOException("no JWT with exp");
        }
        double lifetime = claims.path("exp").asDouble() - claims.path("iat").asDouble();
        renewal = expires ? Instant.now().plusMillis((long) (lifetime * 1000 * habits.renewsAfter)) : Instant.MAX;
        Instant expiry = Instant.ofEpochSecond(claims.path("exp").asLong());
        renewal = habits.comparesExpiryWithItsClock ? expiry : renewal;
        if (habits.refusesExpiredTokens && expiry.isBefore(Instant.now())) {
            throw new IOException("expired");
        } else if (habits.renewsExpiredTokensAtOnce && expiry.isBefore(Instant.now())) {
            logsInTwiceMore();
        }
    }

    private void logsInTwiceMore() throws Exception {
        login();
        login();
        renewal = Instant.MIN;
    }

    private static JsonNode claims(String token) throws IOException {
        String[] parts = token.split("\\.");
        return parts.length < 3
                ? JSON.missingNode()
                : JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
    }

    private Response post(String path, String body, String authorization) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(host() + path))
                .header("Content-Type", environment.getOrDefault(habits.contentType, habits.contentType))
                .POST(BodyPublishers.ofString(body));
        return send(authorization.isEmpty() ? request : request.header("Authorization", authorization));
    }

    /** Again after 429 and 503. */
    private Response send(HttpRequest.Builder request) throws Exception {
        HttpRequest built = (habits.accept.isEmpty() ? request : request.header("Accept", habits.accept)).build();
        Response response = once(built);
        for (int i = 1; i < habits.attempts && (response.statusCode() == 429 || response.statusCode() == 503); i++) {
            Duration backoff = habits.backoff.multipliedBy(i);
            Thread.sleep(
                    response.retryAfter().map(habits.retryAfter).orElse(backoff).toMillis());
            response = once(built);
        }
        return response;
    }

    private Response once(HttpRequest request) throws Exception {
        CompletableFuture<HttpResponse<InputStream>> sent = sendAsync(request);
        try {
            return sent.thenApplyAsync(this::read).get(habits.timeout.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            sent.thenAccept(SmallClient::close);
        }
    }

    /** Takes all headers along to another host, as many clients do; the JDK's own does not any more since release 25. */
    private CompletableFuture<HttpResponse<InputStream>> sendAsync(HttpRequest request) {
        CompletableFuture<HttpResponse<InputStream>> sent = http.sendAsync(request, BodyHandlers.ofInputStream());
        return !habits.followsRedirects ? sent : sent.thenCompose(response -> followed(request, response));
    }

    private CompletableFuture<HttpResponse<InputStream>> followed(
            HttpRequest request, HttpResponse<InputStream> response) {
        return response.headers()
                .firstValue("Location")
                .map(to -> HttpRequest.newBuilder(request, (name, value) -> true)
                        .uri(URI.create(to))
                        .build())
                .map(this::sendAsync)
                .orElse(CompletableFuture.completedFuture(response));
    }

    /** A timeout closes it while it is read. */
    private static void close(HttpResponse<InputStream> response) {
        try {
            response.body().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Response read(HttpResponse<InputStream> response) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (InputStream stream = response.body()) {
            stream.transferTo(body);
        } catch (IOException e) {
            if (!habits.readsHalves) {
                throw new UncheckedIOException(e);
            }
        }
        return new Response(
                response.statusCode(),
                body.toString(StandardCharsets.UTF_8),
                response.headers().firstValue("Retry-After"));
    }

    static Duration wait(String retryAfter) {
        return retryAfter.matches("\\d+")
                ? Duration.ofSeconds(Long.parseLong(retryAfter))
                : Duration.between(
                        Instant.now(), ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME));
    }
}
