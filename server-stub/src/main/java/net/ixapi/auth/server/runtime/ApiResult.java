package net.ixapi.auth.server.runtime;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A success with a status and headers of its own. Immutable.
 *
 * @param status the HTTP status; null for the first success that the document has
 * @param headers the headers, such as {@code Location}
 * @param body the body; null for none
 * @param <T> the type of the body
 */
public record ApiResult<T>(
        @Nullable Integer status,
        Map<String, String> headers,
        @Nullable T body) {
    /** Copies the headers. */
    public ApiResult {
        headers = Map.copyOf(headers);
    }

    /**
     * A success without headers.
     *
     * @param body the body; null for none
     * @param <T> the type of the body
     * @return a success with the documented status
     */
    public static <T> ApiResult<T> of(@Nullable T body) {
        return new ApiResult<>(null, Map.of(), body);
    }

    /**
     * With another status, where the document has several.
     *
     * @param value the HTTP status
     * @return a copy
     */
    public ApiResult<T> status(int value) {
        return new ApiResult<>(value, headers, body);
    }

    /**
     * With a header.
     *
     * @param name its name
     * @param value its value
     * @return a copy
     */
    public ApiResult<T> header(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(name, value);
        return new ApiResult<>(status, all, body);
    }
}
