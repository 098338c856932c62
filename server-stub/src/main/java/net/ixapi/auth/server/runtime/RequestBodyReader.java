package net.ixapi.auth.server.runtime;

import io.javalin.config.HttpConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.UnsupportedMediaTypeResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes a body off the wire, not more than is allowed. Safe for many threads.
 *
 * @param limits says how long a body may be; asked at each request, since it may be set after the routes are
 */
public record RequestBodyReader(HttpConfig limits) {
    /** The attribute of a request whose body was read. */
    private static final String BODY = RequestBodyReader.class.getName();

    /** Read for a client that still writes: where the connection is closed, it does not read the response. */
    private static final int MAX_DRAINED_BYTES = 1 << 21;

    /** The body of a request as far as it was read; null where it was not. */
    static byte @Nullable [] alreadyRead(Context context) {
        return context.attribute(BODY);
    }

    /**
     * Reads a body once and keeps it with the request: it is wanted again where a fault depends on it, or a failure is logged.
     *
     * @param context the request
     * @return the body; empty if there is none
     * @throws io.javalin.http.HttpResponseException if it is too long, encoded, or ends early
     */
    public byte[] bytes(Context context) {
        byte[] read = alreadyRead(context);
        if (read == null) {
            read = take(context);
            requireUnencoded(context, read);
            context.attribute(BODY, read);
        }
        return read;
    }

    /** Counted while it is read: a chunked body does not say how long it is. */
    private byte[] take(Context context) {
        int most = (int) Math.min(limits.maxRequestSize, Integer.MAX_VALUE - 1);
        long length = context.req().getContentLengthLong();
        if (length > (long) most + MAX_DRAINED_BYTES) {
            throw tooLarge(most);
        }
        try (InputStream stream = context.bodyInputStream()) {
            byte[] body = stream.readNBytes(length < 0 || length > most ? most + 1 : (int) length);
            if (body.length > most) {
                stream.skip(MAX_DRAINED_BYTES);
                throw tooLarge(most);
            }
            return body;
        } catch (IOException e) {
            throw new BadRequestResponse("The body ended early, or is not as HTTP frames it.");
        }
    }

    private static void requireUnencoded(Context context, byte[] body) {
        List<String> encodings = Collections.list(context.req().getHeaders(Header.CONTENT_ENCODING));
        if (body.length > 0 && !encodings.stream().allMatch("identity"::equalsIgnoreCase)) {
            throw new UnsupportedMediaTypeResponse("The body must not be encoded: send it without Content-Encoding.");
        }
    }

    private static ContentTooLargeResponse tooLarge(int most) {
        return new ContentTooLargeResponse("The body must not be longer than " + most + " bytes.");
    }
}
