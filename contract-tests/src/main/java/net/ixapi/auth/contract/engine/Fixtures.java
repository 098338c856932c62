package net.ixapi.auth.contract.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.tokens.Jwt;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Failure;
import net.ixapi.auth.contract.wire.Request;
import net.ixapi.auth.contract.wire.Response;
import net.ixapi.auth.contract.wire.RunEndedException;

/**
 * Valid requests. An operation is known by the properties of its body, not by its name, so that an operation that is new in the
 * document is tried with the document's own example. Not safe for use by several threads at once.
 */
public final class Fixtures {
    /** The name of the key in bodies. */
    public static final String KEY = "api_key";
    /** The name of the secret in bodies. */
    public static final String SECRET = "api_secret";
    /** The name of the access token in bodies. */
    public static final String ACCESS_TOKEN = "access_token";
    /** The name of the refresh token in bodies. */
    public static final String REFRESH_TOKEN = "refresh_token";
    /** The names of both. */
    public static final List<String> TOKENS = List.of(ACCESS_TOKEN, REFRESH_TOKEN);
    /** Longer than a second, in which tokens may be the same. */
    public static final Duration SECOND = Duration.ofMillis(1_100);

    private static final int MAX_ACCIDENTS = 2;
    private static final String SQL = "' OR '1'='1' -- ";

    private final Probe probe;
    private final Map<String, Boolean> there = new HashMap<>();
    private boolean accepted;
    private int accidents;
    private Optional<Boolean> firewalled = Optional.empty();
    private Optional<Response> kept = Optional.empty();
    private Instant keptAt = Instant.EPOCH;

    /** Those of a run. */
    public Fixtures(Probe probe) {
        this.probe = probe;
    }

    /** A body that the server takes, with a refresh token of its own; empty where there is no telling. */
    public Optional<ObjectNode> good(Operation operation) {
        if (TriedOperations.logsIn(operation)) {
            return Optional.of(credentials());
        } else if (TriedOperations.refreshes(operation)) {
            return pair().flatMap(pair -> next(operation, pair));
        }
        return Optional.of(operation.example())
                .filter(example -> example.isObject() && isThere(operation, example))
                .map(JsonNode::deepCopy);
    }

    /** A server that does not have an operation is blamed for that once, and not for each request to it. */
    private boolean isThere(Operation operation, JsonNode example) {
        return there.computeIfAbsent(operation.label(), unknown -> {
            Exchange exchange = probe.send(operation, request(operation, example));
            CheckContext context = new CheckContext(probe, this, "documented-status", operation);
            boolean missing = ResponseValidator.isMissing(context, exchange);
            if (missing) {
                context.judge(exchange, context.success(""));
            }
            return !missing;
        });
    }

    /** The body that refreshes with the token of a pair; empty for other operations. */
    public static Optional<ObjectNode> next(Operation operation, Response pair) {
        return Optional.of(pair.property(REFRESH_TOKEN))
                .filter(token -> TriedOperations.refreshes(operation) && !token.isEmpty())
                .map(token -> body(REFRESH_TOKEN, token));
    }

    /**
     * A body for wrong values of one property. Too many wrong secrets lock an account, so that they come with a key of
     * nobody's.
     *
     * @param good a good body
     * @param property the property that will be wrong
     * @return the body, with another key unless that is the property
     */
    public ObjectNode ofNoAccount(ObjectNode good, String property) {
        boolean own = good.path(KEY).asText("").equals(probe.target().apiKey());
        return property.equals(KEY) || !own
                ? good
                : good.deepCopy().put(KEY, probe.target().keyOfNobody());
    }

    /**
     * Ends the run if right credentials are refused by now, since nothing proves anything then.
     *
     * @throws RunEndedException if they are refused twice, after they were accepted
     */
    public void requireAccount() {
        // A fault is no refusal: of that, the checks speak.
        boolean refused = accepted
                && probe.operations()
                        .logIn()
                        .filter(operation -> steady(operation, logIn(operation)).status() / 100 == 4)
                        .isPresent();
        if (refused) {
            throw new RunEndedException("right credentials are refused after some wrong ones. If the server locks such"
                    + " accounts, unlock it, and run the other checks with --skip credentials no-user-enumeration");
        }
    }

    /** Whether no response comes to SQL even where no server looks at it: the server's own faults are where it does. */
    boolean isFirewalled() {
        firewalled = firewalled.or(
                () -> probe.operations().logIn().map(operation -> isDropped(operation) && isDropped(operation)));
        return firewalled.orElse(false);
    }

    private boolean isDropped(Operation operation) {
        Request request = request(operation, credentials().put("unknown", SQL));
        Failure failure = probe.send(operation, request).failure();
        // One that begins, and is too long, is the server's.
        return failure != null && failure.kind() != Failure.Kind.BROKEN;
    }

    /** Sends right credentials, and once more if they fail. Where only the first attempt fails, again and again, it is no accident. */
    private Exchange steady(Operation operation, Request logIn) {
        Exchange exchange = probe.send(operation, logIn);
        if (!accepted || exchange.success().isPresent()) {
            return exchange;
        }
        Exchange again = probe.send(operation, logIn);
        if (again.success().isPresent() && !isAccident()) {
            CheckContext context = new CheckContext(probe, this, "log-in", operation);
            context.judge(exchange, context.success("right credentials are refused now and then"));
        }
        return again;
    }

    /** Whether what a request brought once may be an accident: a few may happen in a run. */
    boolean isAccident() {
        return ++accidents <= MAX_ACCIDENTS;
    }

    /** The cookies that a response sets, without their attributes. */
    static List<String> cookies(Response response) {
        return response.headers().stream()
                .filter(header -> header.is("Set-Cookie"))
                .map(header -> header.value().split(";", 2)[0].strip())
                .toList();
    }

    /** A new pair of tokens, by logging in; empty where that does not work. Not judged: that is for the check of logging in. */
    public Optional<Response> pair() {
        Optional<Response> pair = pair(operation -> Optional.of(logIn(operation)));
        accepted |= pair.isPresent();
        return pair;
    }

    /** A pair of the second account; empty where there is none, or where it cannot log in. */
    public Optional<Response> secondPair() {
        return pair(this::secondLogIn);
    }

    /** Logs in with the second account; empty where there is none. */
    public Optional<Request> secondLogIn(Operation operation) {
        return Optional.ofNullable(probe.target().second())
                .map(second -> request(operation, credentials(second.apiKey(), second.apiSecret())));
    }

    private Optional<Response> pair(Function<Operation, Optional<Request>> request) {
        return probe.operations()
                .logIn()
                .flatMap(operation -> request.apply(operation).map(logIn -> steady(operation, logIn)))
                .flatMap(Exchange::success)
                .filter(response -> !response.property(REFRESH_TOKEN).isEmpty());
    }

    /** Keeps a pair that nobody else refreshes, for a refresh much later. */
    public void keep(Response pair) {
        kept = Optional.of(pair);
        keptAt = probe.clock().instant();
    }

    /** The pair that was kept, once a new one must expire later, as a newer one may show; empty where none was kept. */
    public Optional<Response> keptPair(Response newer) {
        double expiry = expiry(newer, ACCESS_TOKEN).orElse(0.0);
        if (kept.flatMap(old -> expiry(old, ACCESS_TOKEN)).orElse(0.0) >= expiry) {
            probe.sleeper()
                    .await(SECOND.minus(Duration.between(keptAt, probe.clock().instant())));
        }
        return kept;
    }

    /** A request with a body. */
    public static Request request(Operation operation, JsonNode body) {
        return Request.json(operation.method(), operation.path(), body.toString());
    }

    /** Logs in with the account's own credentials. */
    public Request logIn(Operation operation) {
        return request(operation, credentials());
    }

    private ObjectNode credentials() {
        return credentials(probe.target().apiKey(), probe.target().apiSecret());
    }

    /** A body for logging in. */
    public static ObjectNode credentials(String key, String secret) {
        return body(KEY, key).put(SECRET, secret);
    }

    static ObjectNode body(String name, String value) {
        return JsonNodeFactory.instance.objectNode().put(name, value);
    }

    /** When a token of a pair expires, in seconds since the epoch; empty where it does not say so. */
    public static Optional<Double> expiry(Response pair, String token) {
        return Jwt.read(pair.property(token)).flatMap(jwt -> jwt.seconds("exp"));
    }

    /** The same as a form or a query. */
    public static String form(ObjectNode body) {
        return body.propertyStream()
                .map(property -> property.getKey() + "="
                        + URLEncoder.encode(property.getValue().asText(""), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
