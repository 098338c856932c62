package net.ixapi.auth.server.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers what Jetty refuses before Javalin sees it, such as a malformed request line or headers that are too long: as a
 * problem, where Jetty would send a page of HTML.
 */
final class ConnectionErrors implements Request.Handler {
    private final Problems problems;
    private final Requests requests;

    ConnectionErrors(Problems problems, Requests requests) {
        this.problems = problems;
        this.requests = requests;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws JsonProcessingException {
        int status = response.getStatus();
        Object problem = problems.httpError(
                status, HttpStatus.getMessage(status), "The request is not one that HTTP allows, or is too long.");
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, JavalinApi.JSON);
        response.write(true, ByteBuffer.wrap(requests.write(problem, null)), callback);
        return true;
    }
}
