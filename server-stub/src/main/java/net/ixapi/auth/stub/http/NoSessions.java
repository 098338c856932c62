package net.ixapi.auth.stub.http;

import io.javalin.config.JavalinConfig;
import org.eclipse.jetty.ee10.servlet.SessionHandler;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Neither sessions nor web sockets: the API has none, and a session for whoever asks would be kept for ever. */
final class NoSessions {
    /** By which Javalin tells a request for a web socket (RFC 6455, section 4.1). */
    private static final String WEB_SOCKET = "Sec-WebSocket-Version";

    private NoSessions() {}

    /**
     * Leaves them out.
     *
     * @param config the configuration of a server that is not started yet
     */
    static void install(JavalinConfig config) {
        config.jetty.modifyServletContextHandler(context -> context.setSessionHandler(new PassingHandler()));
        config.jetty.modifyHttpConfiguration(
                http -> http.addCustomizer((request, answer) -> withoutWebSocket(request)));
    }

    private static Request withoutWebSocket(Request request) {
        HttpFields headers = request.getHeaders();
        if (!headers.contains(WEB_SOCKET)) {
            return request;
        }
        HttpFields others = HttpFields.build(headers).remove(WEB_SOCKET).asImmutable();
        return new Request.Wrapper(request) {
            @Override
            public HttpFields getHeaders() {
                return others;
            }
        };
    }

    /** Jetty wants one. This one passes requests on, and so none of them has a session. */
    private static final class PassingHandler extends SessionHandler {
        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            return getHandler().handle(request, response, callback);
        }
    }
}
