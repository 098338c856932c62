package net.ixapi.auth.server.runtime;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.UnsupportedMediaTypeResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes a body off the wire: not more than is allowed, and only of a media type that the document has. Immutable. */
final class BodyBytes {
    private final int most;

    BodyBytes(int most) {
        this.most = most;
    }

    byte[] read(Context context, Operation operation) {
        byte[] body = bytes(context);
        if (body.length > 0) {
            requireMediaType(context, operation);
        }
        return body;
    }

    /** Counted while it is read: a chunked body does not say how long it is. */
    private byte[] bytes(Context context) {
        long length = context.req().getContentLengthLong();
        if (length > 2L * most) {
            throw tooLarge();
        }
        try (InputStream stream = context.bodyInputStream()) {
            byte[] body = stream.readNBytes(length < 0 ? most + 1 : (int) length);
            if (body.length > most) {
                // A client that still writes when the connection is closed does not read the answer.
                stream.skip(most);
                throw tooLarge();
            }
            return body;
        } catch (IOException e) {
            throw new BadRequestResponse("The body ended early, or is not as HTTP frames it.");
        }
    }

    private ContentTooLargeResponse tooLarge() {
        return new ContentTooLargeResponse("The body must not be longer than " + most + " bytes.");
    }

    private static void requireMediaType(Context context, Operation operation) {
        if (!consumes(operation, mediaType(context.contentType()))) {
            throw new UnsupportedMediaTypeResponse("The Content-Type must be "
                    + operation.consumes().stream().map(BodyBytes::mediaType).collect(Collectors.joining(" or "))
                    + ".");
        }
        String encoding = context.header(Header.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw new UnsupportedMediaTypeResponse("The body must not be encoded: send it without Content-Encoding.");
        }
    }

    private static boolean consumes(Operation operation, String mediaType) {
        for (String consumed : operation.consumes()) {
            if (mediaType.equals(mediaType(consumed))) {
                return true;
            }
        }
        return false;
    }

    /** Without parameters and in lower case (RFC 9110, section 8.3.1); known clients send {@code application/json;}. */
    private static String mediaType(@Nullable String contentType) {
        return contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
