package net.ixapi.auth.stub.fault;

import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A response in the stub's place. Immutable and safe for many threads. */
public final class ResponseFault extends Fault {
    private static final String PROBLEM = """
            {"type":"about:blank","title":"%s","status":%d}""";

    private final int status;
    private final String contentType;
    private final String body;
    private final @Nullable Duration retryAfter;

    ResponseFault(int status, String contentType, String body, @Nullable Duration retryAfter) {
        super(
                "status " + status,
                NOTHING,
                exchange -> exchange.end(context -> write(context, status, contentType, body, retryAfter)),
                NOTHING);
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("The status must be between 200 and 599, but is " + status + ".");
        }
        this.status = status;
        this.contentType = contentType;
        this.body = body;
        this.retryAfter = retryAfter;
    }

    static ResponseFault problem(int status) {
        String title = HttpStatus.forStatus(status).getMessage();
        return new ResponseFault(status, "application/json", PROBLEM.formatted(title, status), null);
    }

    /**
     * The same answer with a {@code Retry-After} (RFC 9110, section 10.2.3).
     *
     * @param time when to come back; it counts in whole seconds
     * @return another fault
     * @throws IllegalArgumentException if it is negative
     */
    public ResponseFault retryAfter(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("Retry-After must not be negative.");
        }
        return new ResponseFault(status, contentType, body, time);
    }

    /**
     * The same answer with another body.
     *
     * @param json the body, such as a problem of one's own
     * @return another fault
     */
    public ResponseFault body(String json) {
        return new ResponseFault(status, contentType, json, retryAfter);
    }

    /**
     * The same answer with another type.
     *
     * @param type the {@code Content-Type}
     * @return another fault
     */
    public ResponseFault type(String type) {
        return new ResponseFault(status, type, body, retryAfter);
    }

    private static void write(
            Context context, int status, String contentType, String body, @Nullable Duration retryAfter) {
        context.status(status);
        if (retryAfter != null) {
            context.header(Header.RETRY_AFTER, String.valueOf(retryAfter.toSeconds()));
        }
        // RFC 9110, sections 15.3.5, 15.3.6 and 15.4.5: these have no body.
        if (status != 204 && status != 205 && status != 304) {
            context.contentType(contentType).result(body);
        }
    }
}
