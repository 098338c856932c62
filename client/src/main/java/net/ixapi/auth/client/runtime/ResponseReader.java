package net.ixapi.auth.client.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import net.ixapi.auth.client.error.ApiStatusException;
import net.ixapi.auth.client.error.ErrorResponse;
import net.ixapi.auth.client.error.InvalidResponseException;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/**
 * Turns a response of HTTP into the documented success, or into the exception that says what came instead.
 *
 * @param acceptAny2xx whether a success may have another status than the documented one
 * @param clock tells when a response came
 */
record ResponseReader(boolean acceptAny2xx, Clock clock) {
    /** Far more than any response of the API needs, and little enough to hold in memory. */
    static final int MAX_BYTES = 8 << 20;

    /** Cancels the exchange where there is more than is read. */
    <T> ApiResponse<T> read(ApiOperation<T> operation, ClassicHttpResponse response, Cancellable exchange)
            throws IOException {
        int status = response.getCode();
        Map<String, List<String>> headers = headers(response);
        byte[] body = body(response.getEntity(), exchange);
        if (!operation.isSuccess(status) && !(acceptAny2xx && status / 100 == 2)) {
            throw ApiStatusException.of(new ErrorResponse(
                    operation.id(),
                    status,
                    headers,
                    ProblemReader.details(body),
                    ProblemReader.typed(body, operation.failure(status)),
                    clock.instant()));
        }
        return new ApiResponse<>(
                status,
                headers,
                result(operation, body, flaw -> new InvalidResponseException(operation.id(), status, headers, flaw)));
    }

    // The result's type was captured together with T; where there is none, T is Void and its only value null.
    @SuppressWarnings({"unchecked", "NullAway"})
    private static <T> T result(
            ApiOperation<T> operation, byte[] body, Function<String, InvalidResponseException> invalid) {
        if (body.length > MAX_BYTES) {
            throw invalid.apply("is longer than " + MAX_BYTES + " bytes");
        } else if (operation.result == null) {
            return null;
        }
        Object result;
        try {
            result = operation.result.readValue(body);
        } catch (IOException | RuntimeException e) {
            // No cause: Jackson's message may quote the response, which may hold a token.
            throw invalid.apply(body.length == 0 ? "is empty" : "is not the JSON that the document describes");
        }
        if (result == null) {
            throw invalid.apply("is null, or of a kind that the document does not describe");
        }
        return (T) result;
    }

    private static Map<String, List<String>> headers(ClassicHttpResponse response) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Header header : response.getHeaders()) {
            headers.merge(
                    header.getName(),
                    List.of(header.getValue()),
                    (values, more) ->
                            Stream.of(values, more).flatMap(List::stream).toList());
        }
        return Collections.unmodifiableMap(headers);
    }

    /**
     * One byte more than is allowed, where there are more: so that a caller sees it. A response that says how long it is ends
     * there, and is read into an array of its length.
     */
    private static byte[] body(@Nullable HttpEntity entity, Cancellable exchange) throws IOException {
        if (entity == null) {
            return new byte[0];
        }
        InputStream content = entity.getContent();
        long length = entity.getContentLength();
        byte[] body = content.readNBytes(length < 0 ? MAX_BYTES + 1 : (int) Math.min(length, MAX_BYTES + 1));
        if (body.length > MAX_BYTES) {
            // Without this, closing the response would read all the rest, which may have no end.
            exchange.cancel();
        }
        return body;
    }
}
