package net.ixapi.auth.contract.clients;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** A client that keeps all requirements, until its habits are changed. */
class SmallClient implements Calls.Call {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> environment;
    private final Habits habits;
    private final SmallHttp http;
    private String access = "";
    private String refresh = "";
    private Instant renewal = Instant.MAX;

    SmallClient(Map<String, String> environment, Habits habits) {
        this.environment = environment;
        this.habits = habits;
        this.http = new SmallHttp(habits);
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
        SmallHttp.Response response = get(token);
        for (int i = 0; i < habits.repeats && isRefused(response); i++) {
            invalidate(token);
            token = token();
            response = get(token);
        }
        return response.statusCode();
    }

    private boolean isRefused(SmallHttp.Response response) throws IOException {
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

    private SmallHttp.Response get(String token) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(host() + "/accounts"))
                .header("Authorization", habits.scheme + (habits.sendsRefreshTokenToCall ? refresh : token));
        habits.callHeaders.forEach((name, value) -> request.header(name, environment.getOrDefault(value, value)));
        return http.send(request);
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
        SmallHttp.Response response = null;
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
            SmallHttp.Response response = habits.oauth2 ? grant() : login();
            if (response.statusCode() == 201 || response.statusCode() == 200 && !habits.needs201) {
                take(response);
                return;
            } else if (attempt >= habits.loginAttempts) {
                throw new IOException("no log-in: " + response.statusCode());
            }
        }
    }

    private SmallHttp.Response login() throws Exception {
        String body = JSON.writeValueAsString(
                Map.of("api_key", environment.get("IX_API_KEY"), "api_secret", environment.get("IX_API_SECRET")));
        String query = habits.loginQuery.isEmpty() ? "" : "?" + habits.loginQuery + environment.get("IX_API_SECRET");
        return post("/auth/token" + query, habits.loginBody.apply(body), "");
    }

    private SmallHttp.Response grant() throws Exception {
        String form =
                habits.grant + "&client_id=" + encoded("IX_API_KEY") + "&client_secret=" + encoded("IX_API_SECRET");
        return http.send(HttpRequest.newBuilder(URI.create(environment.get("IX_API_OAUTH2_TOKEN_URL")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private String encoded(String variable) {
        return URLEncoder.encode(environment.get(variable), StandardCharsets.UTF_8);
    }

    private void take(SmallHttp.Response response) throws Exception {
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

    private SmallHttp.Response post(String path, String body, String authorization) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(host() + path))
                .header("Content-Type", environment.getOrDefault(habits.contentType, habits.contentType))
                .POST(BodyPublishers.ofString(body));
        return http.send(authorization.isEmpty() ? request : request.header("Authorization", authorization));
    }
}
