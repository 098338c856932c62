package net.ixapi.auth.client.runtime;

import java.util.List;
import java.util.Map;

/**
 * A success with its status and headers. Immutable, if the body is. {@code toString} prints the status only.
 *
 * @param status the HTTP status
 * @param headers the headers; names in any case, values in the order of the response
 * @param body what the response holds; null only where the document promises no body
 * @param <T> the type of the body
 */
public record ApiResponse<T>(int status, Map<String, List<String>> headers, T body) {
    @Override
    public String toString() {
        return "ApiResponse[" + status + "]";
    }
}
