package net.ixapi.auth.server.runtime;

import com.fasterxml.jackson.databind.ObjectWriter;
import java.nio.ByteBuffer;
import net.ixapi.auth.openapi.document.PlainJson;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers what Jetty refuses before Javalin sees it, such as a malformed request line or headers that are too long: as a
 * problem, where Jetty would send a page of HTML.
 */
record ConnectionErrors(Problems problems, ObjectWriter json) implements Request.Handler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (response.getStatus() == HttpStatus.UPGRADE_REQUIRED_426) {
            // To a request of HTTP/2. A 426 would have to say what to upgrade to (RFC 9110, section 15.5.22).
            response.setStatus(HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505);
        }
        int status = response.getStatus();
        Object problem = problems.httpError(status, HttpStatus.getMessage(status), detail(status));
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, JavalinApi.JSON);
        // Jetty closes the connection, and a client that is not told sends its next request into it (RFC 9112, section
        // 9.6).
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        write(PlainJson.bytes(json, problem), request, response, callback);
        return true;
    }

    /** Bytes in the heap, the Java runtime would copy into a buffer outside of it, which it keeps for each thread that writes. */
    private static void write(byte[] body, Request request, Response response, Callback callback) {
        RetainableByteBuffer.Mutable buffer =
                request.getComponents().getByteBufferPool().acquire(body.length, true);
        buffer.append(ByteBuffer.wrap(body));
        buffer.writeTo(response, true, Callback.from(callback, buffer::release));
    }

    private static String detail(int status) {
        return switch (status) {
            case HttpStatus.NOT_FOUND_404 -> "There is nothing at this address.";
            case HttpStatus.EXPECTATION_FAILED_417 -> "The server expects nothing but 100-continue.";
            case HttpStatus.NOT_IMPLEMENTED_501 -> "The server knows no transfer coding but chunked.";
            case HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505 -> "The server speaks HTTP/1.1 and HTTP/1.0.";
            default -> "The request is not one that HTTP allows, or is too long.";
        };
    }
}
