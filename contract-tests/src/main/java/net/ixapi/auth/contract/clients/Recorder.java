package net.ixapi.auth.contract.clients;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import net.ixapi.auth.contract.findings.Secrets;
import net.ixapi.auth.openapi.document.PlainJson;
import net.ixapi.auth.server.AuthApiRoutes;
import net.ixapi.auth.server.runtime.ApiOperation;
import net.ixapi.auth.server.runtime.RequestBodyReader;
import net.ixapi.auth.stub.fault.Exchange;
import net.ixapi.auth.stub.http.StubOperations;
import org.jspecify.annotations.Nullable;

/** Writes down what a client sends to a stub, without its secrets. Safe for many threads. */
final class Recorder {
    private static final String ARRIVED = Recorder.class.getName();
    private static final String BEARER = "Bearer ";

    private final StubOperations operations =
            new StubOperations(StubOperations.OAUTH2_TOKEN.path(), List.of(StubOperations.PROTECTED_RESOURCE.path()));
    private final long start = System.nanoTime();
    private final Clock clock;
    private final Secrets secrets;
    private final List<Sent> sent = new ArrayList<>();
    private final List<Sent> elsewhere = new ArrayList<>();
    private final AtomicInteger arrived = new AtomicInteger();
    private @Nullable String otherHost;

    /** A recorder that looks for secrets, under their lock; it adds to them the tokens that it sees. */
    Recorder(Secrets secrets, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Sees each request; the change is made to its response before that is written down. */
    void install(JavalinConfig config, Consumer<Context> change) {
        RequestBodyReader bodies = new RequestBodyReader(config.http);
        config.routes.before(context -> {
            context.attribute(ARRIVED, elapsed());
            arrived.incrementAndGet();
            // Where a fault answers in the stub's place, nobody else reads it.
            bodies.bytes(context);
        });
        config.routes.after(context -> {
            // One response after the other, so that a change can go by what was written down before.
            synchronized (secrets) {
                change.accept(context);
                Sent request = request(context, new String(bodies.bytes(context), StandardCharsets.UTF_8));
                (isElsewhere(context) ? elsewhere : sent).add(request);
            }
        });
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** How long ago the first request came: a client may take its time to start. */
    Duration sinceFirst() {
        return sent().stream()
                .findFirst()
                .map(first -> elapsed().minus(first.at()))
                .orElse(Duration.ZERO);
    }

    /** How many requests came so far, whether they were answered or not. */
    int arrived() {
        return arrived.get();
    }

    /** All that was answered so far, the first first. */
    List<Sent> sent() {
        synchronized (secrets) {
            return sent.stream().sorted(Comparator.comparing(Sent::at)).toList();
        }
    }

    /** What came to the other host. */
    List<Sent> elsewhere() {
        synchronized (secrets) {
            return List.copyOf(elsewhere);
        }
    }

    /** Another host than a request has come to: the same server by its other name. From now on, requests to that are elsewhere. */
    String otherHost(Context context) {
        String name = header(context, Header.HOST).startsWith("localhost") ? "127.0.0.1" : "localhost";
        otherHost = name + ":" + context.port();
        return otherHost;
    }

    boolean isElsewhere(Context context) {
        return header(context, Header.HOST).equals(otherHost);
    }

    private Sent request(Context context, String body) {
        ApiOperation operation = operations.operation(context);
        Exchange exchange = Exchange.of(context);
        JsonNode json = json(body);
        JsonNode answer = json(Objects.requireNonNullElse(context.result(), ""));
        String issued = answer.path("access_token").asText();
        String issuedRefresh = answer.path("refresh_token").asText();
        Sent request = new Sent(
                Objects.requireNonNullElse(context.attribute(ARRIVED), elapsed()),
                elapsed(),
                operation,
                context.statusCode(),
                exchange == null ? "" : exchange.fault().toString(),
                // Findings show it, so that it must hold no secret.
                secrets.redacted(header(context, Header.CONTENT_TYPE)),
                header(context, Header.ACCEPT),
                isWellFormed(operation, json, body),
                fingerprint(bearer(context)),
                fingerprint(json.path("refresh_token").asText()),
                fingerprint(issued),
                fingerprint(issuedRefresh),
                retryAt(context.res().getHeader(Header.RETRY_AFTER)),
                places(context, body));
        secrets.add(issued, "ACCESS_TOKEN");
        secrets.add(issuedRefresh, "REFRESH_TOKEN");
        return request;
    }

    private static String header(Context context, String name) {
        return Objects.requireNonNullElse(context.header(name), "");
    }

    /** The token that came with a request, or an empty text. */
    static String bearer(Context context) {
        String authorization = header(context, Header.AUTHORIZATION);
        return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? authorization.substring(BEARER.length())
                : "";
    }

    private static boolean isWellFormed(@Nullable ApiOperation operation, JsonNode json, String body) {
        if (AuthApiRoutes.AUTH_TOKEN_CREATE.equals(operation)) {
            return json.path("api_key").isTextual() && json.path("api_secret").isTextual();
        } else if (AuthApiRoutes.AUTH_TOKEN_REFRESH.equals(operation)) {
            return json.path("refresh_token").isTextual();
        }
        return !StubOperations.OAUTH2_TOKEN.equals(operation)
                || List.of(body.split("&")).contains("grant_type=client_credentials");
    }

    private List<Sent.Place> places(Context context, String body) {
        List<Sent.Place> places = new ArrayList<>();
        look(context.path() + "?" + context.queryString(), Sent.Part.URL, places);
        context.headerMap().values().forEach(value -> look(value, Sent.Part.HEADERS, places));
        look(body, Sent.Part.BODY, places);
        return List.copyOf(places);
    }

    private void look(String text, Sent.Part part, List<Sent.Place> places) {
        secrets.in(text).forEach(secret -> places.add(new Sent.Place(secret, part)));
    }

    private static JsonNode json(String text) {
        try {
            return PlainJson.read(text);
        } catch (UncheckedIOException e) {
            return MissingNode.getInstance();
        }
    }

    /** RFC 9110, section 10.2.3: seconds or a date. */
    private Duration retryAt(@Nullable String retryAfter) {
        if (retryAfter == null) {
            return Duration.ZERO;
        } else if (retryAfter.matches("\\d+")) {
            return elapsed().plusSeconds(Long.parseLong(retryAfter));
        }
        ZonedDateTime date = ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME);
        return elapsed().plus(Duration.between(clock.instant(), date));
    }

    /** Enough to tell the tokens of a scenario apart. */
    private static String fingerprint(String token) {
        byte[] bytes = token.getBytes(StandardCharsets.UTF_8);
        return token.isEmpty() ? "" : UUID.nameUUIDFromBytes(bytes).toString();
    }
}
