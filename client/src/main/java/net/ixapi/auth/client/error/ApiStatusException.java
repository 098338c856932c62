package net.ixapi.auth.client.error;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The server responded with a status that the document does not call a success. Statuses of note have a subclass.
 *
 * <p>When it is serialized, the server's own words are left out: headers, details and problem are empty afterwards.
 */
public sealed class ApiStatusException extends ApiException
        permits BadRequestException, UnauthorizedException, OAuth2Exception {
    private static final long serialVersionUID = 1L;
    /** A server could put anything into the type of a problem; only what looks like the address of one is repeated. */
    private static final Pattern PRINTABLE_TYPE =
            Pattern.compile("(?=.{1,200}$)https?://[\\w.-]+(:[0-9]+)?([/#][\\w\\-.~%:@!$&'()*+,;=/#]*)?");

    private final int status;
    // The server's own words: they may be secret, and are not written where an exception is stored.
    private final transient @Nullable ErrorResponse response;

    ApiStatusException(ErrorResponse response) {
        this(response, printable(response.details().type()));
    }

    ApiStatusException(ErrorResponse response, String reason) {
        super(response.operation(), response.operation() + ": HTTP " + response.status() + reason);
        this.status = response.status();
        this.response = response;
    }

    /**
     * The exception for a response.
     *
     * @param response the response
     * @return an exception of the most fitting class
     */
    public static ApiStatusException of(ErrorResponse response) {
        return switch (response.status()) {
            case 400 -> new BadRequestException(response);
            case 401 -> new UnauthorizedException(response);
            default -> new ApiStatusException(response);
        };
    }

    ErrorResponse response() {
        return response != null
                ? response
                : new ErrorResponse(operation(), status, Map.of(), ProblemDetails.NONE, null, Instant.EPOCH);
    }

    /**
     * The status of the response. Servers get the {@code status} property of a problem wrong; this is HTTP's.
     *
     * @return the HTTP status
     */
    public int status() {
        return status;
    }

    /**
     * The headers of the response.
     *
     * @return values by name, in any case; not to be changed
     */
    public Map<String, List<String>> headers() {
        return response().headers();
    }

    /**
     * What the server said about the problem.
     *
     * @return its words; empty ones where the body was no problem document
     */
    public ProblemDetails details() {
        return response().details();
    }

    /**
     * The problem as the type that the document gives to this status.
     *
     * @param type the generated model, such as {@code ValidationProblem}
     * @param <P> the type
     * @return the problem, or empty if the body was not of that type
     */
    public <P> Optional<P> problem(Class<P> type) {
        return Optional.ofNullable(response().problem())
                .filter(type::isInstance)
                .map(type::cast);
    }

    @Override
    public boolean isFromIntermediary() {
        boolean lacksProblem = details().equals(ProblemDetails.NONE);
        return status != 401
                && (ErrorResponse.isHtml(headers())
                        || lacksProblem && (status == 403 || status == 404 || status == 407 || status / 100 == 3));
    }

    @Override
    public ApiStatusException forCaller() {
        return (ApiStatusException) of(response()).initCause(this);
    }

    @Override
    public boolean isRetryable() {
        return status == 408 || status == 429 || status >= 500 && status != 501;
    }

    @Override
    public boolean mayHaveBeenProcessed() {
        return status < 400 || status >= 500 && status != 501 && status != 503;
    }

    /**
     * How long the server asks to wait before the next request (RFC 9110, section 10.2.3): from when it responded, by its own
     * clock if it says a date.
     *
     * @return the wait, not negative; empty where the response does not say, or says it in no known way
     */
    public Optional<Duration> retryAfter() {
        return response().retryAfter();
    }

    private static String printable(@Nullable String type) {
        return type != null && PRINTABLE_TYPE.matcher(type).matches() ? ", " + type : "";
    }
}
