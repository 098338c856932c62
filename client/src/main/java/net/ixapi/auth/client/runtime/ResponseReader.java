package net.ixapi.auth.client.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
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

/** Turns a response of HTTP into the documented success, or into the exception that says what came instead. */
final class ResponseReader {
    /** Far more than any response of the API needs, and little enough to hold in memory. */
    static final int MAX_BYTES = 8 << 20;

    private final Json json;
    private final ProblemReader problems;
    private final boolean acceptAny2xx;
    private final Clock clock;

    ResponseReader(Json json, boolean acceptAny2xx, Clock clock) {
        this.json = json;
        this.problems = new ProblemReader();
        this.acceptAny2xx = acceptAny2xx;
        this.clock = clock;
    }

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
                    problems.details(body),
                    problems.typed(body, operation.failure(status)),
                    clock.instant()));
        }
        return new ApiResponse<>(
                status,
                headers,
                success(
                        operation.result,
                        body,
                        reason -> new InvalidResponseException(operation.id(), status, headers, reason)));
    }

    // The result's type was captured together with T; where there is none, T is Void and its only value null.
    @SuppressWarnings({"unchecked", "NullAway"})
    private <T> T success(@Nullable Type type, byte[] body, Function<String, InvalidResponseException> invalid) {
        if (body.length > MAX_BYTES) {
            throw invalid.apply("is longer than " + MAX_BYTES + " bytes");
        } else if (type == null) {
            return null;
        } else if (body.length == 0) {
            throw invalid.apply("is empty");
        }
        Object result;
        try {
            result = json.read(body, type);
        } catch (IOException e) {
            // No cause: Jackson's message may quote the response, which may hold a token.
            throw invalid.apply("is not the JSON that the document describes");
        }
        if (result == null) {
            throw invalid.apply("is null, or of a kind that the document does not describe");
        }
        return (T) result;
    }

    private static Map<String, List<String>> headers(ClassicHttpResponse response) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Header header : response.getHeaders()) {
            headers.merge(header.getName(), List.of(header.getValue()), ResponseReader::joined);
        }
        return Collections.unmodifiableMap(headers);
    }

    private static List<String> joined(List<String> values, List<String> more) {
        return Stream.concat(values.stream(), more.stream()).toList();
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
