package net.ixapi.auth.stub.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import net.ixapi.auth.openapi.document.PlainJson;
import org.jspecify.annotations.Nullable;

/**
 * Something that a server may do wrong. Immutable and safe for many threads. {@code toString} says what it does.
 *
 * <p>There are two kinds. Those that answer in the stub's place ({@link #status}, {@link #response}, {@link #connectionReset}):
 * no token is issued or used up. And those that spoil the response of an operation that was carried out.
 */
public final class Fault {
    /** How long a fault can wait. */
    public static final Duration MAX_WAIT = Duration.ofDays(365);

    private static final String PROBLEM = """
            {"type":"about:blank","title":"%s","status":%d}""";

    private static final Consumer<Exchange> NOTHING = exchange -> {};

    private final String description;
    final Consumer<Exchange> pause;
    final Consumer<Exchange> before;
    final Consumer<Exchange> after;

    /**
     * A fault.
     *
     * @param description what it does
     * @param pause what happens first of all
     * @param before what happens before the operation is called
     * @param after what happens to the response, before it is sent
     */
    private Fault(String description, Consumer<Exchange> pause, Consumer<Exchange> before, Consumer<Exchange> after) {
        this.description = description;
        this.pause = pause;
        this.before = before;
        this.after = after;
    }

    private static Fault spoiling(String description, Consumer<Exchange> after) {
        return new Fault(description, NOTHING, NOTHING, after);
    }

    private static Fault ofBody(String description, UnaryOperator<byte[]> change) {
        return spoiling(description, exchange -> exchange.context().result(change.apply(exchange.body())));
    }

    /**
     * A problem that says no more than its status.
     *
     * @param status the HTTP status, 200 to 599
     * @return a fault that answers in the stub's place
     * @throws IllegalArgumentException if there is no such status
     */
    public static Fault status(int status) {
        return response(status, "application/json", null);
    }

    /**
     * A response of one's own.
     *
     * @param status the HTTP status, 200 to 599
     * @param contentType the {@code Content-Type}
     * @param body the body; null for a problem that says no more than the status
     * @return a fault that answers in the stub's place
     * @throws IllegalArgumentException if there is no such status
     */
    public static Fault response(int status, String contentType, @Nullable String body) {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("The status must be between 200 and 599, but is " + status + ".");
        }
        String problem = PROBLEM.formatted(HttpStatus.forStatus(status).getMessage(), status);
        Consumer<Context> response = context -> {
            context.status(status);
            // RFC 9110, sections 15.3.5, 15.3.6 and 15.4.5: these have no body.
            if (status != 204 && status != 205 && status != 304) {
                context.contentType(contentType).result(body == null ? problem : body);
            }
        };
        return new Fault("status " + status, NOTHING, exchange -> exchange.end(response), NOTHING);
    }

    /**
     * A 429 (RFC 6585, section 4).
     *
     * @param retryAfter when to come back
     * @return a fault that answers in the stub's place
     * @throws IllegalArgumentException if it is negative
     */
    public static Fault tooManyRequests(Duration retryAfter) {
        return status(429).retryAfter(retryAfter);
    }

    /**
     * A connection that is reset without a response.
     *
     * @return a fault that takes the stub's place
     */
    public static Fault connectionReset() {
        Consumer<Exchange> reset = exchange -> exchange.end(response -> exchange.resetConnection());
        return new Fault("connection-reset", NOTHING, reset, NOTHING);
    }

    /**
     * A response whose body is not JSON.
     *
     * @return a fault that spoils a response
     */
    public static Fault malformedBody() {
        return ofBody("malformed-body", body -> Arrays.copyOf(body, body.length / 2));
    }

    /**
     * A response without a body.
     *
     * @return a fault that spoils a response
     */
    public static Fault emptyBody() {
        return ofBody("empty-body", body -> new byte[0]);
    }

    /**
     * A response whose JSON lacks a property.
     *
     * @param property the property, such as {@code refresh_token}
     * @return a fault that spoils a response
     */
    public static Fault missingProperty(String property) {
        return ofBody("missing-property", body -> without(property, body));
    }

    private static byte[] without(String property, byte[] body) {
        try {
            if (PlainJson.read(body) instanceof ObjectNode object) {
                object.remove(property);
                return PlainJson.bytes(object);
            }
        } catch (UncheckedIOException e) {
            // Another fault has spoilt it, or it is not JSON on purpose.
        }
        return body;
    }

    /**
     * A response that ends halfway, with the connection.
     *
     * @return a fault that spoils a response
     */
    public static Fault truncatedBody() {
        return spoiling("truncated-body", Exchange::truncate);
    }

    /**
     * A response that calls itself something else.
     *
     * @param contentType the {@code Content-Type}
     * @return a fault that spoils a response
     */
    public static Fault contentType(String contentType) {
        return spoiling("content-type", exchange -> {
            // Otherwise Jetty adds the charset of the type that it takes the place of.
            exchange.context().res().setCharacterEncoding((String) null);
            exchange.context().contentType(contentType);
        });
    }

    /**
     * An operation that takes its time. The time is the stub's: {@code stub.clock().advance(…)} ends the wait. A client that
     * hangs up ends it too, and so does one that shuts down its output.
     *
     * @param time how long the stub waits before the operation is called, at most 365 days
     * @return a fault that comes before the operation
     * @throws IllegalArgumentException if it is negative or longer
     */
    public static Fault delay(Duration time) {
        requireWait(time);
        return new Fault("delay", exchange -> exchange.pause(time), NOTHING, NOTHING);
    }

    private static void requireWait(Duration time) {
        if (time.isNegative() || time.compareTo(MAX_WAIT) > 0) {
            throw new IllegalArgumentException(
                    "A fault must wait between 0 and " + MAX_WAIT.toDays() + " days, but waits " + time + ".");
        }
    }

    /**
     * A response that comes byte by byte. The time is the stub's, as with {@link #delay}.
     *
     * @param pause how long the stub waits before each byte, at most 365 days
     * @return a fault that spoils a response
     * @throws IllegalArgumentException if it is negative or longer
     */
    public static Fault slowDrip(Duration pause) {
        requireWait(pause);
        return spoiling("slow-drip", exchange -> exchange.drip(pause));
    }

    /**
     * The same fault with a {@code Retry-After} (RFC 9110, section 10.2.3).
     *
     * @param time when to come back; it counts in whole seconds
     * @return another fault
     * @throws IllegalArgumentException if it is negative
     */
    public Fault retryAfter(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("Retry-After must not be negative.");
        }
        Consumer<Exchange> header =
                exchange -> exchange.context().header(Header.RETRY_AFTER, String.valueOf(time.toSeconds()));
        return new Fault(description, pause, header.andThen(before), after);
    }

    /**
     * Two faults at once, such as a delay and a status. Delays come first in any case, and what is sent byte by byte or in part is what
     * all others have left; of two responses, the first is given.
     *
     * @param next what happens after this one
     * @return both
     */
    public Fault and(Fault next) {
        return new Fault(
                this + " and " + next,
                pause.andThen(next.pause),
                before.andThen(next.before),
                after.andThen(next.after));
    }

    @Override
    public String toString() {
        return description;
    }
}
