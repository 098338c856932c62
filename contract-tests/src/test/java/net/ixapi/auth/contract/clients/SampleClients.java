package net.ixapi.auth.contract.clients;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.ixapi.auth.contract.report.About;
import net.ixapi.auth.contract.report.Baseline;
import net.ixapi.auth.contract.report.Report;
import net.ixapi.auth.contract.requirements.Requirement;

/** Clients that do one thing wrong, and clients that do things differently. */
final class SampleClients {
    private SampleClients() {}

    /**
     * A client.
     *
     * @param name what it does
     * @param habit its habit
     * @param scenarios where that shows
     * @param broken the requirements that it does not keep
     */
    record Sample(String name, Consumer<Habits> habit, Set<String> scenarios, Set<String> broken) {
        @Override
        public String toString() {
            return name;
        }

        Report report() throws InterruptedException {
            Habits habits = new Habits();
            habit.accept(habits);
            ClientRun.Settings settings =
                    new ClientRun.Settings(Scenario.named(scenarios), 12, 0, Duration.ofSeconds(20), false);
            ClientRun run = new ClientRun(
                    new Calls(task -> new SmallClient(task, habits)), settings, Clock.systemUTC(), progress -> {});
            return new Report(run.run(), Baseline.EMPTY, false, About.NOTHING);
        }
    }

    static Sample wrong(String name, String scenarios, String broken, Consumer<Habits> habit) {
        return new Sample(name, habit, Set.of(scenarios.split(" ")), Set.of(broken.split(" ")));
    }

    /** Those of which it is said quickly. */
    static Stream<Sample> quick() {
        return Stream.of(
                wrong("a body that is not JSON", "many-calls", "REQUEST-001", h -> h.loginBody = json -> "api_key=x"),
                wrong("text/plain", "many-calls", "REQUEST-002", h -> h.contentType = "text/plain"),
                wrong("application/json;", "many-calls", "REQUEST-003", h -> h.contentType = "application/json;"),
                wrong("accepts HTML", "many-calls", "REQUEST-004", h -> h.accept = "text/html"),
                wrong("another scheme", "many-calls", "REQUEST-005 LOGIN-001", h -> h.scheme = "Token "),
                wrong("the secret in a URL", "many-calls", "SECRET-001", h -> h.loginQuery = "secret="),
                wrong("logs in each time", "many-calls", "LOGIN-001", h -> h.logsInEachTime = true),
                wrong("another grant", "many-calls", "REQUEST-006", h -> {
                    h.oauth2 = true;
                    h.grant = "grant_type=password";
                }),
                wrong(
                        "says that refused calls went well",
                        "always-unauthorized",
                        "EXIT-001 UNAUTHORIZED-003",
                        h -> h.alwaysSucceeds = true),
                wrong("never renews", "early-expiry", "UNAUTHORIZED-001", h -> h.repeats = 0),
                wrong("no way back to a log-in", "refused-refresh", "FALLBACK-001", h -> h.fallsBack = false));
    }

    static Stream<Sample> slow() {
        return Stream.of(
                wrong(
                        "says that all went well",
                        "wrong-credentials",
                        "EXIT-001 LOGIN-003 LOGIN-004",
                        h -> h.alwaysSucceeds = true),
                wrong(
                        "follows redirects",
                        "redirected-login redirected-call",
                        "SECRET-002 SECRET-003",
                        h -> h.followsRedirects = true),
                wrong(
                        "the secret in a header",
                        "many-calls",
                        "SECRET-004",
                        h -> h.callHeaders.put("X-Secret", "IX_API_SECRET")),
                wrong(
                        "the refresh token as Bearer",
                        "many-calls",
                        "SECRET-005 REQUEST-005 LOGIN-001",
                        h -> h.sendsRefreshTokenToCall = true),
                wrong("prints its secret", "many-calls", "SECRET-006", h -> h.prints = true),
                wrong(
                        "each thread for itself",
                        "parallel-start parallel-renewal",
                        "LOGIN-002 REFRESH-007",
                        h -> h.locks = false),
                wrong(
                        "hopes that credentials become right",
                        "wrong-credentials",
                        "LOGIN-003",
                        h -> h.loginAttempts = 9),
                wrong("renews after a 401 only", "renewal", "REFRESH-001", h -> h.renewsAfter = 999),
                wrong(
                        "refreshes with the access token",
                        "renewal",
                        "REFRESH-002 REFRESH-003",
                        h -> h.sendsAccessTokenToRefresh = true),
                wrong("logs in in place of refreshing", "renewal", "REFRESH-003", h -> h.refreshes = false),
                wrong("keeps its access token", "renewal", "REFRESH-001 REFRESH-004", h -> h.keepsAccessToken = true),
                wrong(
                        "keeps its refresh token",
                        "renewal one-time-refresh",
                        "REFRESH-005 REFRESH-006",
                        h -> h.keepsRefreshToken = true),
                wrong("refreshes again", "cut-refresh", "REFRESH-006", h -> h.refreshAttempts = 2),
                wrong("renews for ever", "always-unauthorized", "UNAUTHORIZED-002", h -> h.repeats = 5),
                wrong("knows no way back from expiry", "expired-refresh", "FALLBACK-002", h -> h.fallsBack = false),
                wrong("takes 403 for 401", "forbidden-page", "FORBIDDEN-001", h -> h.renewsAfter403 = true),
                wrong("gives up for a gateway", "gateway-refresh", "FORBIDDEN-002", h -> h.toleratesGateways = false),
                wrong(
                        "ignores Retry-After",
                        "retry-after-seconds retry-after-date",
                        "THROTTLE-001 THROTTLE-002",
                        h -> h.retryAfter = text -> Duration.ofMillis(200)),
                wrong(
                        "reads no dates",
                        "retry-after-seconds retry-after-date",
                        "THROTTLE-002",
                        h -> h.retryAfter = text -> text.length() < 9 ? SmallHttp.wait(text) : Duration.ZERO),
                wrong("hammers", "throttled-login unavailable-call", "THROTTLE-003 THROTTLE-004", h -> {
                    h.attempts = 20;
                    h.backoff = Duration.ofMillis(10);
                }),
                wrong(
                        "wants two properties",
                        "unknown-properties",
                        "TOLERANCE-001",
                        h -> h.needsKnownProperties = true),
                wrong("goes by the problem type", "unknown-problem", "TOLERANCE-002", h -> h.needsKnownType = true),
                wrong(
                        "goes by the status in the body",
                        "wrong-status",
                        "TOLERANCE-003",
                        h -> h.trustsBodyStatus = true),
                wrong("wants 201", "status-200", "TOLERANCE-004", h -> h.needs201 = true),
                wrong("waits for ever", "silent-login", "TIME-001", h -> h.timeout = Duration.ofHours(1)),
                wrong("uses half a response", "cut-login", "TIME-002", h -> h.readsHalves = true),
                wrong("relies on its clock", "slow-clock", "CLOCK-001", h -> {
                    h.comparesExpiryWithItsClock = true;
                    h.repeats = 0;
                }),
                wrong(
                        "refuses what it takes for expired",
                        "fast-clock",
                        "CLOCK-002",
                        h -> h.refusesExpiredTokens = true),
                wrong(
                        "asks again for what looks expired",
                        "fast-clock",
                        "CLOCK-003",
                        h -> h.renewsExpiredTokensAtOnce = true),
                wrong("needs a JWT", "opaque-tokens", "TOKEN-001", h -> h.needsJwt = true),
                wrong("needs exp", "no-expiry", "TOKEN-002", h -> h.needsExpiry = true),
                wrong("cuts long tokens", "long-tokens", "TOKEN-003", h -> h.maxToken = 1024),
                wrong("trusts everybody", "untrusted-certificate", "TLS-001 TLS-002", h -> h.trustsAll = true));
    }

    private static Sample right(String name, Consumer<Habits> habit) {
        return new Sample(name, habit, Set.of(Requirement.ALL), Set.of());
    }

    static Stream<Sample> right() {
        return Stream.of(
                right("as it comes", h -> {}),
                right("renews late, but in time", h -> h.renewsAfter = 0.98),
                right("renews early", h -> h.renewsAfter = 0.4),
                right("logs in again in place of refreshing", h -> h.refreshes = false),
                right("sends more headers", h -> h.callHeaders.put("X-Request-Id", "1")),
                right("accepts anything", h -> h.accept = "*/*"),
                right("does not say what it accepts", h -> h.accept = ""),
                right("says which charset", h -> h.contentType = "application/json; charset=utf-8"),
                right("writes bearer small", h -> h.scheme = "bearer "),
                right("authorizes a refresh", h -> h.authorizesRefresh = true),
                right("sends unknown properties", h -> h.loginBody = json -> json.replace("{", "{\"app\":1,")),
                right("gives up at once when throttled", h -> h.attempts = 1),
                right("logs in by OAuth2", h -> h.oauth2 = true));
    }
}
