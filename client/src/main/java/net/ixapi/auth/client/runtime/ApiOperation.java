package net.ixapi.auth.client.runtime;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.ContentType;
import org.jspecify.annotations.Nullable;

/**
 * One operation of the document as data. Immutable and safe for use by several threads.
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

    /** Whether the server may act on it twice without harm. */
    final boolean idempotent;

    final @Nullable ContentType contentType;
    private final List<String> successes;
    private final Map<String, Type> failures;
    final @Nullable Type result;

    private ApiOperation(Builder builder, @Nullable Type result) {
        this.id = builder.id;
        this.method = builder.method;
        this.path = builder.path;
        this.fixedPath = FIXED_PATH.matcher(path).matches();
        this.idempotent = builder.idempotent || IDEMPOTENT_METHODS.contains(method);
        this.contentType = builder.contentType;
        this.successes = List.copyOf(builder.successes);
        this.failures = Map.copyOf(builder.failures);
        this.result = result;
    }

    /**
     * Starts the description of an operation.
     *
     * @param id its {@code operationId}
     * @param method its HTTP method, in capitals
     * @param path its path template, such as <code>/accounts/{id}</code>
     * @return a builder to be completed
     */
    public static Builder of(String id, String method, String path) {
        return new Builder(id, method, path);
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

    /** An operation whose description is not complete yet. Not safe for use by several threads at once. */
    public static final class Builder {
        private final String id;
        private final String method;
        private final String path;
        private final List<String> successes = new ArrayList<>();
        private final Map<String, Type> failures = new LinkedHashMap<>();
        private @Nullable ContentType contentType;
        private boolean idempotent;

        private Builder(String id, String method, String path) {
            this.id = id;
            this.method = method;
            this.path = path;
        }

        /**
         * The media type of the request body.
         *
         * @param type such as {@code application/json}
         * @return this builder
         */
        public Builder sends(String type) {
            contentType = ContentType.parse(type);
            return this;
        }

        /**
         * Says that the operation may be repeated without harm, whatever its method ({@code x-idempotent} in the document).
         *
         * @return this builder
         */
        public Builder idempotent() {
            idempotent = true;
            return this;
        }

        /**
         * A status that means success.
         *
         * @param status such as {@code 201} or {@code 2XX}
         * @return this builder
         */
        public Builder succeeds(String status) {
            successes.add(status);
            return this;
        }

        /**
         * A status that means failure, and what its body holds.
         *
         * @param status such as {@code 400}, {@code 4XX} or {@code default}
         * @param problem the type of the body
         * @return this builder
         */
        public Builder fails(String status, TypeRef<?> problem) {
            failures.put(status, problem.type());
            return this;
        }

        /**
         * Completes the description.
         *
         * @param result what a success brings
         * @param <T> the type of the result
         * @return the operation
         */
        public <T> ApiOperation<T> returns(TypeRef<T> result) {
            return new ApiOperation<>(this, result.type());
        }

        /**
         * Completes the description of an operation whose success has no body.
         *
         * @return the operation
         */
        public ApiOperation<Void> returnsNothing() {
            return new ApiOperation<>(this, null);
        }
    }
}
