package net.ixapi.auth.server.runtime;

import com.fasterxml.jackson.core.type.TypeReference;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One request, as generated routes read it. Mistakes are collected while the parts are read, and thrown together by
 * {@link #validated}. Not safe for use by several threads at once.
 */
public final class ApiCall {
    /** RFC 3986, section 2.1. */
    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?!\\p{XDigit}{2})");

    private final Context context;
    private final Operation operation;
    private final RequestReader requests;
    private final List<FieldError> violations = new ArrayList<>();

    ApiCall(Context context, Operation operation, RequestReader requests) {
        this.context = context;
        this.operation = operation;
        this.requests = requests;
    }

    /**
     * Reads the body.
     *
     * @param type what it holds
     * @param <T> the type
     * @return the body; null where the request has none, or JSON null, or a wrong one
     * @throws io.javalin.http.HttpResponseException if it is too long, or of a media type that the document does not have
     */
    public <T> T body(TypeReference<T> type) {
        return cast(requests.body(context, operation, type.getType(), violations));
    }

    /**
     * Reads a part of the path.
     *
     * @param name its name in the template
     * @param type what it holds
     * @param <T> the type
     * @return the value; null where it is wrong
     */
    public <T> T path(String name, TypeReference<T> type) {
        return cast(requests.parameter(name, context.pathParam(name), type.getType(), violations));
    }

    /**
     * Reads a query parameter; a list is written with commas.
     *
     * @param name its name
     * @param type what it holds
     * @param <T> the type
     * @return the value; null where it is absent or wrong
     * @throws io.javalin.http.HttpResponseException if the query cannot be decoded
     */
    public <T> T query(String name, TypeReference<T> type) {
        requireDecodableQuery();
        return cast(requests.parameter(name, context.queryParam(name), type.getType(), violations));
    }

    /**
     * Reads a query parameter that stands once for each of its values.
     *
     * @param name its name
     * @param type what it holds
     * @param <T> the type, a collection
     * @return the values; null where there are none or one is wrong
     * @throws io.javalin.http.HttpResponseException if the query cannot be decoded
     */
    public <T> T queryEach(String name, TypeReference<T> type) {
        requireDecodableQuery();
        return cast(requests.values(name, context.queryParams(name), type.getType(), violations));
    }

    /**
     * Reads a header.
     *
     * @param name its name
     * @param type what it holds
     * @param <T> the type
     * @return the value; null where it is absent or wrong
     */
    public <T> T header(String name, TypeReference<T> type) {
        return cast(requests.parameter(name, context.header(name), type.getType(), violations));
    }

    /**
     * Reads a cookie.
     *
     * @param name its name
     * @param type what it holds
     * @param <T> the type
     * @return the value; null where it is absent or wrong
     */
    public <T> T cookie(String name, TypeReference<T> type) {
        return cast(requests.parameter(name, context.cookie(name), type.getType(), violations));
    }

    /**
     * Checks what was read against the document's constraints.
     *
     * @param input all parts of the request
     * @param <T> their type
     * @return the same input
     * @throws InvalidRequestException if anything read so far was wrong, or is
     */
    public <T> T validated(T input) {
        List<FieldError> found = requests.check(input);
        if (found.isEmpty() && violations.isEmpty()) {
            return input;
        }
        Set<String> named =
                new HashSet<>(violations.stream().map(FieldError::name).toList());
        // What was of a wrong type was not read, and would be called missing now.
        found.stream()
                .filter(Predicate.not(violation -> named.contains(violation.name())))
                .limit(Math.max(0, FieldError.MAX - violations.size()))
                .forEach(violations::add);
        throw new InvalidRequestException(violations);
    }

    /** Javalin would pass over a parameter that it cannot decode, as if it were absent. */
    private void requireDecodableQuery() {
        String query = context.queryString();
        if (query != null && BROKEN_ESCAPE.matcher(query).find()) {
            throw new BadRequestResponse("The query has a % that two hexadecimal digits do not follow.");
        }
    }

    // Whether null may stand here is for the constraints to say, which validated() checks.
    @SuppressWarnings({"unchecked", "NullAway"})
    private static <T> T cast(@Nullable Object value) {
        return (T) value;
    }
}
