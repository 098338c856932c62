package net.ixapi.auth.client.runtime;

import com.fasterxml.jackson.databind.ObjectWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One request: an operation and its values. Filled by generated code and sent once; not safe for use by several threads
 * at once. Values that are null and lists without items are left out. {@code toString} names the operation and no value.
 *
 * @param <T> what a success brings
 */
public final class ApiRequest<T> {
    final ApiOperation<T> operation;
    final Map<String, Object> path = new HashMap<>();
    final List<Map.Entry<String, Object>> query = new ArrayList<>();
    final Map<String, Object> headers = new LinkedHashMap<>();
    final Map<String, Object> cookies = new LinkedHashMap<>();

    @Nullable Object body;

    ObjectWriter writer = Json.WRITER;
    /** What a caller that sends it several times has left of the call's time; null for the transport's own bound. */
    @Nullable Duration timeLeft;

    ApiRequest(ApiOperation<T> operation) {
        this.operation = operation;
    }

    /**
     * Fills a place in the path.
     *
     * @param name the name in the template
     * @param value the value; not null
     * @return this request
     * @throws NullPointerException if the value is null
     */
    public ApiRequest<T> path(String name, Object value) {
        path.put(name, Objects.requireNonNull(value, name));
        return this;
    }

    /**
     * Adds a query parameter; a list is written with commas: {@code ids=1,2}.
     *
     * @param name its name
     * @param value its value, or null for none
     * @return this request
     */
    public ApiRequest<T> query(String name, @Nullable Object value) {
        if (value != null) {
            query.add(Map.entry(name, value));
        }
        return this;
    }

    /**
     * Adds a query parameter once for each value: {@code ids=1&ids=2}.
     *
     * @param name its name
     * @param values its values, or null for none
     * @return this request
     */
    public ApiRequest<T> queryEach(String name, @Nullable Iterable<?> values) {
        if (values != null) {
            values.forEach(value -> query(name, value));
        }
        return this;
    }

    /**
     * Adds a header.
     *
     * @param name its name
     * @param value its value, or null for none
     * @return this request
     */
    public ApiRequest<T> header(String name, @Nullable Object value) {
        headers.put(name, value);
        return this;
    }

    /**
     * Adds a cookie.
     *
     * @param name its name
     * @param value its value, or null for none
     * @return this request
     */
    public ApiRequest<T> cookie(String name, @Nullable Object value) {
        cookies.put(name, value);
        return this;
    }

    /**
     * Sets the body.
     *
     * @param value what is sent as JSON, or null for no body
     * @return this request
     */
    public ApiRequest<T> body(@Nullable Object value) {
        body = value;
        return this;
    }

    /**
     * Sets a body whose class alone does not say how it is written, such as a list.
     *
     * @param value what is sent as JSON, or null for no body
     * @param type the type of the value
     * @return this request
     */
    public ApiRequest<T> body(@Nullable Object value, TypeRef<?> type) {
        writer = Json.MAPPER.writerFor(Json.MAPPER.constructType(type.type()));
        return body(value);
    }

    /**
     * The operation that is called.
     *
     * @return the operation
     */
    public ApiOperation<T> operation() {
        return operation;
    }

    @Override
    public String toString() {
        return "ApiRequest[" + operation.id() + "]";
    }
}
