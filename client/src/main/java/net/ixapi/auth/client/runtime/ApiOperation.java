package net.ixapi.auth.client.runtime;

import com.fasterxml.jackson.databind.ObjectReader;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.ContentType;
import org.jspecify.annotations.Nullable;

/**
 * One operation of the document as data. Described where it is declared, and never changed afterwards: then it is safe for use by
 * several threads.
 *
 * <pre>{@code
 * private static final ApiOperation<Thing> READ = ApiOperation.of("thing_read", "GET", "/things/{id}")
 *         .succeeds("200")
 *         .returns(new TypeRef<Thing>() {});
 * }</pre>
 *
 * @param <T> what a success brings; {@code Void} where it brings nothing
 */
public final class ApiOperation<T> {
    /** What is sent as it is: no place to be filled, nothing to be encoded, no dots. */
    private static final Pattern FIXED_PATH = Pattern.compile("[A-Za-z0-9\\-_/]*");

    /** RFC 9110, section 9.2.2. */
    private static final Set<String> IDEMPOTENT_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE");

    private final String id;
    final String method;
    final String path;
    final boolean fixedPath;
    private final Set<String> successes = new HashSet<>();
    private final Map<String, Type> failures = new HashMap<>();

    /** Whether the server may act on it twice without harm. */
    boolean idempotent;

    @Nullable ContentType contentType;

    @Nullable ObjectReader result;

    private ApiOperation(String id, String method, String path) {
        this.id = id;
        this.method = method;
        this.path = path;
        this.fixedPath = FIXED_PATH.matcher(path).matches();
        this.idempotent = IDEMPOTENT_METHODS.contains(method);
    }

    /**
     * An operation that sends no body, and whose success has none.
     *
     * @param id its {@code operationId}
     * @param method its HTTP method, in capitals
     * @param path its path template, such as <code>/accounts/{id}</code>
     * @return the operation, to be described further
     */
    public static ApiOperation<Void> of(String id, String method, String path) {
        return new ApiOperation<>(id, method, path);
    }

    /**
     * The media type of the request body.
     *
     * @param type such as {@code application/json}
     * @return this operation
     */
    public ApiOperation<T> sends(String type) {
        contentType = ContentType.parse(type);
        return this;
    }

    /**
     * Says that the operation may be repeated without harm, whatever its method ({@code x-idempotent} in the document).
     *
     * @return this operation
     */
    public ApiOperation<T> idempotent() {
        idempotent = true;
        return this;
    }

    /**
     * A status that means success.
     *
     * @param status such as {@code 201} or {@code 2XX}
     * @return this operation
     */
    public ApiOperation<T> succeeds(String status) {
        successes.add(status);
        return this;
    }

    /**
     * A status that means failure, and what its body holds.
     *
     * @param status such as {@code 400}, {@code 4XX} or {@code default}
     * @param problem the type of the body
     * @return this operation
     */
    public ApiOperation<T> fails(String status, TypeRef<?> problem) {
        failures.put(status, problem.type());
        return this;
    }

    /**
     * What a success brings.
     *
     * @param type the type of its body
     * @param <R> the type of its body
     * @return this operation
     */
    @SuppressWarnings("unchecked")
    public <R> ApiOperation<R> returns(TypeRef<R> type) {
        result = Json.MAPPER.readerFor(Json.MAPPER.constructType(type.type()));
        return (ApiOperation<R>) this;
    }

    /**
     * A new, empty request of this operation.
     *
     * @return the request, to be filled and sent once
     */
    public ApiRequest<T> request() {
        return new ApiRequest<>(this);
    }

    /**
     * The operation's name.
     *
     * @return the {@code operationId} of the document
     */
    public String id() {
        return id;
    }

    /** Where the document names no success at all, any 2xx is one. */
    boolean isSuccess(int status) {
        return successes.isEmpty()
                ? status / 100 == 2
                : successes.contains("" + status) || successes.contains(range(status));
    }

    @Nullable Type failure(int status) {
        Type exact = failures.get("" + status);
        return exact != null ? exact : failures.getOrDefault(range(status), failures.get("default"));
    }

    /** OpenAPI 3.0.3, Responses Object: {@code 4XX} stands for every status from 400 to 499. */
    private static String range(int status) {
        return status / 100 + "XX";
    }
}
