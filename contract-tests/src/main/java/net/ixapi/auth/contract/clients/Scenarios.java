package net.ixapi.auth.contract.clients;

import static net.ixapi.auth.contract.clients.Recording.CALL;
import static net.ixapi.auth.contract.clients.Recording.LOGIN;
import static net.ixapi.auth.contract.clients.Recording.OAUTH2;
import static net.ixapi.auth.contract.clients.Recording.REFRESH;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import net.ixapi.auth.openapi.document.PlainJson;
import net.ixapi.auth.server.runtime.ApiOperation;
import net.ixapi.auth.stub.fault.Fault;
import net.ixapi.auth.stub.fault.FaultScript;
import net.ixapi.auth.stub.token.RefreshPolicy;
import org.jspecify.annotations.Nullable;

/**
 * All scenarios. How often a client logs in and renews is judged with tokens of 15 minutes only. Tokens of a few seconds show in
 * which order a client does things, and which token it sends, but not how early it renews.
 */
final class Scenarios {
    private static final Duration LONGER_THAN_ANY_CLIENT_WAITS = Duration.ofMinutes(10);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String HTML = "<!DOCTYPE html><title>403 Forbidden</title><h1>403 Forbidden</h1>";
    private static final String PROBLEM = """
            {"type": "%s", "title": "Not now", "status": %d}""";
    private static final String EXPIRED = "https://errors.ix-api.net/v2/signature-expired.html";

    private Scenarios() {}

    /** Those that may take longest come first, so that others run beside them. */
    static List<Scenario> all() {
        return List.of(
                new Scenario("many-calls", "Ten calls with one token of 15 minutes. Right: one log-in, exit code 0.")
                        .calls(10, 1)
                        .judge("CLIENT-REQUEST-001", bodies())
                        .judge("CLIENT-REQUEST-002", mediaTypes())
                        .judge("CLIENT-REQUEST-003", Judgement.each(Recording::sent, Scenarios::emptyParameter))
                        .judge("CLIENT-REQUEST-004", Judgement.each(Recording::sent, Scenarios::acceptsNoJson))
                        .judge("CLIENT-REQUEST-005", Judgement.sendsAccessTokensAsIssued())
                        .judge("CLIENT-REQUEST-006", Judgement.each(OAUTH2, Scenarios::noGrant))
                        .judge("CLIENT-LOGIN-001", Judgement.atMostTokenRequests(1)),
                new Scenario("silent-login", "The log-in is never answered. Right: another exit code than 0, in time.")
                        .fault(FaultScript.ALWAYS, LOGIN, Fault.delay(LONGER_THAN_ANY_CLIENT_WAITS))
                        .calls(1, 0),
                new Scenario(
                                "slow-login",
                                "The log-in is answered byte by byte. Right: another exit code than 0, in time.")
                        .fault(FaultScript.ALWAYS, LOGIN, Fault.slowDrip(Duration.ofSeconds(1)))
                        .calls(1, 0),
                new Scenario("renewal", "Tokens of 4 seconds. Right: they are renewed, exit code 0.")
                        .calls(4, 12)
                        .accessLifetime(4)
                        .judge("CLIENT-REQUEST-001", bodies())
                        .judge("CLIENT-REQUEST-002", mediaTypes())
                        .judge("CLIENT-REFRESH-001", Judgement.sendsNoTokenThatHasExpired())
                        .judge("CLIENT-REFRESH-002", Judgement.refreshesWithRefreshTokens())
                        .judge("CLIENT-REFRESH-003", Judgement.refreshesInPlaceOfLogIns())
                        .judge("CLIENT-REFRESH-004", Judgement.usesTheNewestAccessToken())
                        .judge("CLIENT-REFRESH-005", Judgement.usesTheNewestRefreshToken()),
                new Scenario("one-time-refresh", "Refresh tokens can be used once. Right: each is, exit code 0.")
                        .calls(4, 12)
                        .accessLifetime(4)
                        .stub(stub -> stub.refreshPolicy(RefreshPolicy.REUSE_REVOKES_FAMILY))
                        .judge("CLIENT-REFRESH-001", Judgement.sendsNoTokenThatHasExpired())
                        .judge("CLIENT-REFRESH-002", Judgement.refreshesWithRefreshTokens())
                        .judge("CLIENT-REFRESH-004", Judgement.usesTheNewestAccessToken())
                        .judge("CLIENT-REFRESH-005", Judgement.usesTheNewestRefreshToken())
                        .judge("CLIENT-REFRESH-006", Judgement.sendsNoRefreshTokenTwice()),
                new Scenario(
                                "cut-refresh",
                                "The response of a refresh is cut off. Right: that refresh token is not sent again.")
                        .calls(3, 9)
                        .accessLifetime(2)
                        .stub(stub -> stub.refreshPolicy(RefreshPolicy.REUSE_REVOKES_FAMILY))
                        .fault(1, REFRESH, Fault.truncatedBody())
                        .judge("CLIENT-REFRESH-006", Judgement.sendsNoRefreshTokenTwice()),
                new Scenario(
                                "slow-clock",
                                "The clock of the client is an hour slow, and tokens live for 3 seconds. Right: exit code 0.")
                        .calls(3, 12)
                        .accessLifetime(3)
                        .stub(stub -> stub.clock(Clock.offset(Clock.systemUTC(), HOUR)))
                        .judge("CLIENT-CLOCK-001", Judgement.succeeds()),
                new Scenario("expired-refresh", "Refresh tokens of 3 seconds. Right: a new log-in, exit code 0.")
                        .calls(2, 10)
                        .accessLifetime(2)
                        .stub(stub -> stub.refreshLifetime(Duration.ofSeconds(3)))
                        .judge("CLIENT-FALLBACK-002", Judgement.succeeds()),
                new Scenario(
                                "gateway-refresh",
                                "A gateway answers the first refresh with a page and 403. Right: exit code 0.")
                        .calls(4, 12)
                        .accessLifetime(4)
                        .fault(1, REFRESH, Fault.response(403, "text/html", HTML))
                        .judge("CLIENT-FORBIDDEN-002", Judgement.succeeds()),
                new Scenario(
                                "throttled-login",
                                "The log-in is answered with 429 for six seconds, without Retry-After. Right: no haste.")
                        .calls(1, 0)
                        .faultFor(Duration.ofSeconds(6), LOGIN, Fault.status(429))
                        .judge("CLIENT-THROTTLE-003", Judgement.doesNotHammer()),
                new Scenario("unavailable-call", "Calls are answered with 503 for six seconds. Right: no haste.")
                        .calls(1, 0)
                        .faultFor(Duration.ofSeconds(6), CALL, Fault.status(503))
                        .judge("CLIENT-THROTTLE-004", Judgement.doesNotHammer()),
                new Scenario(
                                "retry-after-seconds",
                                "The first call is answered with 429 and Retry-After: 2. Right: nothing comes earlier.")
                        .calls(2, 0)
                        .fault(1, CALL, Fault.tooManyRequests(Duration.ofSeconds(2)))
                        .judge("CLIENT-THROTTLE-001", Judgement.keepsRetryAfter()),
                new Scenario(
                                "retry-after-date",
                                "The first log-in is answered with 503 and a date in Retry-After. Right: nothing comes earlier.")
                        .calls(2, 0)
                        .fault(1, LOGIN, Fault.status(503))
                        .on((server, response, operation) -> {
                            if (response.statusCode() == 503) {
                                response.header(Header.RETRY_AFTER, inSeconds(3));
                            }
                        })
                        .judge("CLIENT-THROTTLE-002", Judgement.keepsRetryAfter()),
                new Scenario("parallel-start", "Eight calls, four at the same time. Right: one log-in, exit code 0.")
                        .calls(8, 0)
                        .parallel(4)
                        .judge("CLIENT-LOGIN-002", Judgement.atMost(1, "log-ins", LOGIN, OAUTH2)),
                new Scenario(
                                "parallel-renewal",
                                "Four calls at the same time find their token expired. Right: one renewal, exit code 0.")
                        .calls(8, 2)
                        .parallel(4)
                        .on(afterSuccesses(4, Duration.ofMinutes(16)))
                        .judge("CLIENT-REFRESH-007", Judgement.sharesOneRenewal()),
                new Scenario(
                                "early-expiry",
                                "The server lets a token expire early, and answers 401. Right: a renewal, exit code 0.")
                        .calls(3, 1)
                        .on(afterSuccesses(1, Duration.ofMinutes(16)))
                        .judge("CLIENT-UNAUTHORIZED-001", Judgement.succeeds()),
                new Scenario(
                                "always-unauthorized",
                                "All calls are answered with 401. Right: one renewal, another exit code than 0.")
                        .calls(1, 0)
                        .fault(FaultScript.ALWAYS, CALL, refused(EXPIRED, 401))
                        .judge("CLIENT-UNAUTHORIZED-002", oneRenewalAndOneRepeat())
                        .judge("CLIENT-UNAUTHORIZED-003", Judgement.givesUp()),
                new Scenario(
                                "refused-refresh",
                                "All tokens become invalid after the first call. Right: a new log-in, exit code 0.")
                        .on(afterSuccesses(1, Duration.ofDays(2)))
                        .judge("CLIENT-FALLBACK-001", Judgement.succeeds()),
                new Scenario(
                                "forbidden-page",
                                "The first of three calls is answered with a page and 403. Right: the token is kept.")
                        .calls(3, 0)
                        .fault(1, CALL, Fault.response(403, "text/html", HTML))
                        .judge("CLIENT-FORBIDDEN-001", Judgement.atMostTokenRequests(1)),
                new Scenario(
                                "wrong-credentials",
                                "The server does not know the credentials. Right: few attempts, another exit code than 0.")
                        .wrongCredentials()
                        .calls(5, 0)
                        .judge("CLIENT-LOGIN-003", Judgement.atMost(3, "log-ins", LOGIN, OAUTH2))
                        .judge("CLIENT-LOGIN-004", Judgement.givesUp()),
                new Scenario(
                                "unknown-properties",
                                "Token responses have more than the document says. Right: exit code 0.")
                        .on(onPairs((server, response) -> response.json(withMore(response))))
                        .judge("CLIENT-TOLERANCE-001", Judgement.succeeds()),
                new Scenario(
                                "unknown-problem",
                                "A call is answered with 401 and a problem type that is not in the document. Right: exit code 0.")
                        .fault(1, CALL, refused("https://errors.ix-api.net/v2/session-moved.html", 401))
                        .judge("CLIENT-TOLERANCE-002", Judgement.succeeds()),
                new Scenario(
                                "wrong-status",
                                "A call is answered with 401 and a problem that says 403. Right: exit code 0.")
                        .fault(1, CALL, refused(EXPIRED, 403))
                        .judge("CLIENT-TOLERANCE-003", Judgement.succeeds()),
                new Scenario("status-200", "A log-in is answered with 200 in place of 201. Right: exit code 0.")
                        .on(onPairs((server, response) -> response.status(200)))
                        .judge("CLIENT-TOLERANCE-004", Judgement.succeeds()),
                new Scenario(
                                "cut-login",
                                "The response of the first log-in is cut off. Right: none of its tokens is used.")
                        .fault(1, LOGIN, Fault.truncatedBody())
                        .judge("CLIENT-TIME-002", Judgement.usesNoTokenOf(LOGIN)),
                new Scenario("fast-clock", "The clock of the client is an hour fast. Right: exit code 0.")
                        .calls(5, 1)
                        .stub(stub -> stub.clock(Clock.offset(Clock.systemUTC(), HOUR.negated())))
                        .judge("CLIENT-CLOCK-002", Judgement.succeeds())
                        .judge("CLIENT-CLOCK-003", Judgement.atMostTokenRequests(6)),
                new Scenario("opaque-tokens", "Tokens are not JWTs. Right: exit code 0.")
                        .stub(stub -> stub.opaqueTokens(true))
                        .judge("CLIENT-TOKEN-001", Judgement.succeeds()),
                new Scenario("no-expiry", "Access tokens are JWTs without exp. Right: exit code 0.")
                        .on(Scenarios::withoutExpiry)
                        .judge("CLIENT-TOKEN-002", Judgement.succeeds()),
                new Scenario("long-tokens", "Tokens have 4,000 characters. Right: exit code 0.")
                        .stub(stub -> stub.claim("note", "x".repeat(2_800)))
                        .judge("CLIENT-TOKEN-003", Judgement.succeeds()),
                new Scenario(
                                "untrusted-certificate",
                                "The certificate of the server is not trusted. Right: nothing is sent, another exit code than 0.")
                        .sendsNothing()
                        .stub(stub -> stub.tls(true))
                        .judge(
                                "CLIENT-TLS-001",
                                recording -> recording.sent().isEmpty()
                                        ? Judgement.Outcome.KEPT
                                        : Judgement.Outcome.broken(
                                                recording.sent().size() + " requests"))
                        .judge("CLIENT-TLS-002", Judgement.givesUp()),
                new Scenario(
                                "redirected-login",
                                "The log-in is redirected to another host. Right: no credentials are sent there.")
                        .fault(FaultScript.ALWAYS, LOGIN, Fault.status(307))
                        .on((server, response, operation) -> redirect(server, response, 307, LOGIN))
                        .judge("CLIENT-SECRET-002", Judgement.noSecretElsewhere()),
                new Scenario("redirected-call", "A call is redirected to another host. Right: no token is sent there.")
                        .fault(FaultScript.ALWAYS, CALL, Fault.status(302))
                        .on((server, response, operation) -> redirect(server, response, 302, CALL))
                        .judge("CLIENT-SECRET-003", Judgement.noSecretElsewhere()));
    }

    /** The scenario of a name, or those that test a requirement. */
    static List<String> named(String name) {
        return all().stream()
                .filter(scenario -> scenario.name.equals(name) || scenario.judgements.containsKey(name))
                .map(scenario -> scenario.name)
                .toList();
    }

    private static Judgement bodies() {
        return Judgement.each(
                recording -> recording.of(LOGIN, REFRESH),
                request -> request.wellFormed() ? null : "a body without what is required");
    }

    private static Judgement mediaTypes() {
        return Judgement.each(
                recording -> recording.of(LOGIN, REFRESH),
                request -> mediaType(request.contentType()).equals("application/json")
                        ? null
                        : "Content-Type '" + request.contentType() + "'");
    }

    /** RFC 9110, section 8.3.1: the case does not matter. */
    private static String mediaType(String contentType) {
        return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String emptyParameter(Sent request) {
        return request.contentType().matches(".*;\\s*(;.*)?") ? "'" + request.contentType() + "'" : null;
    }

    private static @Nullable String acceptsNoJson(Sent request) {
        boolean accepts = request.accept().isEmpty()
                || request.accept().matches("(?i).*(\\*/\\*|application/(\\*|(\\w+\\+)?json)).*");
        return accepts ? null : "Accept '" + request.accept() + "'";
    }

    private static @Nullable String noGrant(Sent request) {
        boolean form = mediaType(request.contentType()).equals("application/x-www-form-urlencoded");
        return form && request.wellFormed() ? null : "a log-in that is not such a form";
    }

    private static Judgement oneRenewalAndOneRepeat() {
        return Judgement.both(Judgement.atMost(2, "calls", CALL), Judgement.atMostTokenRequests(2));
    }

    private static Fault refused(String type, int status) {
        return Fault.status(401).body(PROBLEM.formatted(type, status));
    }

    private static Scenario.Reaction afterSuccesses(int number, Duration time) {
        return (server, response, operation) -> {
            if (CALL.equals(operation) && response.statusCode() == 200 && server.succeeded() == number - 1) {
                server.clock().advance(time);
            }
        };
    }

    private interface OfPair {
        void to(ScenarioServer server, Context response);
    }

    private static Scenario.Reaction onPairs(OfPair reaction) {
        return (server, response, operation) -> {
            if (response.statusCode() == 201) {
                reaction.to(server, response);
            }
        };
    }

    private static ObjectNode pair(Context response) {
        JsonNode json = PlainJson.read(Objects.requireNonNullElse(response.result(), "{}"));
        return (ObjectNode) json;
    }

    private static ObjectNode withMore(Context response) {
        ObjectNode pair = pair(response).put("token_type", "Bearer").put("expires_in", "soon");
        pair.putObject("user").putArray("roles").add("admin");
        return pair.putNull("session");
    }

    /** The stub refuses tokens that never expire. Those that this scenario has issued are accepted here. */
    private static void withoutExpiry(ScenarioServer server, Context response, @Nullable ApiOperation operation) {
        if (response.statusCode() == 201) {
            response.json(pair(response)
                    .put(
                            "access_token",
                            server.tokens().mint().claim("exp", null).sign()));
        } else if (CALL.equals(operation)
                && response.statusCode() == 401
                && server.hasIssued(Recorder.bearer(response))) {
            response.status(200).result("[]");
        }
    }

    private static void redirect(ScenarioServer server, Context response, int status, ApiOperation operation) {
        if (response.statusCode() == status) {
            response.header(Header.LOCATION, server.elsewhere(operation));
        }
    }

    private static String inSeconds(int seconds) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(seconds));
    }
}
