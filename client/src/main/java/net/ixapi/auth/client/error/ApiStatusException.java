package net.ixapi.auth.client.error;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The server answered with a status that the document does not call a success. Statuses of note have a subclass.
 *
 * <p>When it is serialized, the server's own words are left out: headers, details and problem are empty afterwards.
 */
public sealed class ApiStatusException extends ApiException
        permits BadRequestException, UnauthorizedException, ForbiddenException, NotFoundException, OAuth2Exception {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_TYPE = 200;

    private final int status;
    private final Instant received = Instant.now();
    // The server's own words: they may be secret, and are not written where an exception is stored.
    private final transient @Nullable Map<String, List<String>> headers;
    private final transient @Nullable ProblemDetails details;
    private final transient @Nullable Object problem;

    ApiStatusException(
            String operation,
            int status,
            Map<String, List<String>> headers,
            ProblemDetails details,
            @Nullable Object problem) {
        this(operation, status, headers, details, problem, printable(details.type()));
    }

    ApiStatusException(
            String operation,
            int status,
            Map<String, List<String>> headers,
            ProblemDetails details,
            @Nullable Object problem,
            String reason) {
        super(operation, "HTTP " + status + reason);
        this.status = status;
        this.headers = headers;
        this.details = details;
        this.problem = problem;
    }

    /**
     * The exception for a status.
     *
     * @param operation the {@code operationId} that was called
     * @param status the HTTP status
     * @param headers the answer's headers
     * @param details what could be read of the problem
     * @param problem the body as the type that the document gives it, or null where it is not of that type
     * @return an exception of the most fitting class
     */
    public static ApiStatusException of(
            String operation,
            int status,
            Map<String, List<String>> headers,
            ProblemDetails details,
            @Nullable Object problem) {
        return switch (status) {
            case 400 -> new BadRequestException(operation, headers, details, problem);
            case 401 -> new UnauthorizedException(operation, headers, details, problem);
            case 403 -> new ForbiddenException(operation, headers, details, problem);
            case 404 -> new NotFoundException(operation, headers, details, problem);
            default -> new ApiStatusException(operation, status, headers, details, problem);
        };
    }

    /**
     * The status of the answer. Servers get the {@code status} member of a problem wrong; this is HTTP's.
     *
     * @return the HTTP status
     */
    public int status() {
        return status;
    }

    /**
     * The headers of the answer.
     *
     * @return values by name, in any case; not to be changed
     */
    public Map<String, List<String>> headers() {
        return Objects.requireNonNullElse(headers, Map.of());
    }

    /**
     * What the server said about the problem.
     *
     * @return its words; empty ones where the body was no problem document
     */
    public ProblemDetails details() {
        return Objects.requireNonNullElse(details, ProblemDetails.NONE);
    }

    /**
     * The problem as the type that the document gives to this status.
     *
     * @param type the generated model, such as {@code ValidationProblem}
     * @param <P> the type
     * @return the problem, or empty if the body was not of that type
     */
    public <P> Optional<P> problem(Class<P> type) {
        return type.isInstance(problem) ? Optional.of(type.cast(problem)) : Optional.empty();
    }

    @Override
    public boolean isFromIntermediary() {
        boolean lacksProblem = details().equals(ProblemDetails.NONE);
        return status != 401
                && (Html.isNamedBy(headers())
                        || lacksProblem && (status == 403 || status == 404 || status == 407 || status / 100 == 3));
    }

    @Override
    public ApiStatusException forCaller() {
        ApiStatusException copy = of(operation(), status, headers(), details(), problem);
        copy.initCause(this);
        return copy;
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
     * How long the server asks to wait before the next request (RFC 9110, section 10.2.3): from when it answered, by its own
     * clock if it says a date.
     *
     * @return the wait, not negative; empty where the answer does not say, or says it in no known way
     */
    public Optional<Duration> retryAfter() {
        return RetryAfter.in(headers(), received);
    }

    /** A server could put anything into the type; only what looks like the address of one is repeated. */
    private static String printable(@Nullable String type) {
        return type != null && type.length() <= LONGEST_TYPE && isAddress(type) ? ", " + type : "";
    }

    private static boolean isAddress(String type) {
        try {
            URI uri = new URI(type);
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getRawQuery() == null
                    && uri.getRawUserInfo() == null
                    && type.chars().allMatch(character -> character < 128);
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
