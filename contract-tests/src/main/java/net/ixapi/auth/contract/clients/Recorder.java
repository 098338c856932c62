package net.ixapi.auth.contract.clients;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import net.ixapi.auth.contract.findings.Secrets;
import net.ixapi.auth.openapi.document.PlainJson;
import net.ixapi.auth.server.AuthApiRoutes;
import net.ixapi.auth.server.runtime.ApiOperation;
import net.ixapi.auth.server.runtime.RequestBodyReader;
import net.ixapi.auth.stub.http.StubOperations;
import org.jspecify.annotations.Nullable;

/** Writes down what a client sends to a stub, without its secrets. Safe for many threads. */
final class Recorder {
    private static final String ARRIVED = Recorder.class.getName();
    private static final String BEARER = "Bearer ";

    private final StubOperations operations =
            new StubOperations(StubOperations.OAUTH2_TOKEN.path(), List.of(StubOperations.PROTECTED_RESOURCE.path()));
    private final long start = System.nanoTime();
    private final Secrets secrets;
    private final List<Sent> sent = new ArrayList<>();

    /** A change of a response, before it is sent. */
    interface Alteration {
        void alter(Context response, @Nullable ApiOperation operation);
    }

    /** A recorder that looks for secrets, under their lock; it adds to them the tokens that it sees. */
    Recorder(Secrets secrets) {
        this.secrets = secrets;
    }

    void install(JavalinConfig config, Alteration alteration) {
        RequestBodyReader bodies = new RequestBodyReader(config.http);
        config.routes.before(context -> {
            context.attribute(ARRIVED, elapsed());
            // Where a fault answers in the stub's place, nobody else reads it.
            bodies.bytes(context);
        });
        config.routes.after(context -> {
            ApiOperation operation = operations.operation(context);
            // One after the other, so that an alteration can go by what was recorded before.
            synchronized (secrets) {
                alteration.alter(context, operation);
                sent.add(record(context, operation, new String(bodies.bytes(context), StandardCharsets.UTF_8)));
            }
        });
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** All that came so far, the first first. */
    List<Sent> sent() {
        synchronized (secrets) {
            return sent.stream().sorted(Comparator.comparing(Sent::at)).toList();
        }
    }

    private Sent record(Context context, @Nullable ApiOperation operation, String body) {
        JsonNode json = json(body);
        JsonNode answer = json(Objects.requireNonNullElse(context.result(), ""));
        String issued = answer.path("access_token").asText();
        String issuedRefresh = answer.path("refresh_token").asText();
        Duration now = elapsed();
        Sent request = new Sent(
                Objects.requireNonNullElse(context.attribute(ARRIVED), now),
                now,
                operation,
                context.statusCode(),
                Objects.requireNonNullElse(context.contentType(), ""),
                Objects.requireNonNullElse(context.header(Header.ACCEPT), ""),
                isWellFormed(operation, json, body),
                fingerprint(bearer(context)),
                fingerprint(json.path("refresh_token").asText()),
                fingerprint(issued),
                fingerprint(issuedRefresh),
                retryAt(context.res().getHeader(Header.RETRY_AFTER), now),
                places(context, body));
        secrets.add(issued, "ACCESS_TOKEN");
        secrets.add(issuedRefresh, "REFRESH_TOKEN");
        return request;
    }

    /** The token that came with a request, or an empty text. */
    static String bearer(Context context) {
        String authorization = Objects.requireNonNullElse(context.header(Header.AUTHORIZATION), "");
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
        String query = Objects.requireNonNullElse(context.queryString(), "");
        look(context.path() + "?" + query, Sent.Part.URL, places);
        context.headerMap()
                .forEach((name, value) -> look(
                        value,
                        name.equalsIgnoreCase(Header.AUTHORIZATION) ? Sent.Part.AUTHORIZATION : Sent.Part.HEADERS,
                        places));
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
    private @Nullable Duration retryAt(@Nullable String retryAfter, Duration now) {
        if (retryAfter == null) {
            return null;
        } else if (retryAfter.matches("\\d+")) {
            return now.plusSeconds(Long.parseLong(retryAfter));
        }
        Instant date = ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME)
                .toInstant();
        return now.plus(Duration.between(Instant.now(), date));
    }

    /** Enough to tell the tokens of a scenario apart, and not enough to find one. */
    static String fingerprint(String token) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return token.isEmpty() ? "" : HexFormat.of().formatHex(hash, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }
}
