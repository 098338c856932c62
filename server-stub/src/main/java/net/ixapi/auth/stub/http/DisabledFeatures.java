package net.ixapi.auth.stub.http;

import io.javalin.config.JavalinConfig;
import org.eclipse.jetty.ee10.servlet.SessionHandler;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Neither sessions, web sockets nor methods named by a header: the API has none of them. A session for whoever asks would be kept
 * for ever, and to Javalin a {@code GET} could be a {@code POST}.
 */
final class DisabledFeatures {
    /** By which Javalin tells a request for a web socket (RFC 6455, section 4.1). */
    private static final HttpHeader WEB_SOCKET = HttpHeader.SEC_WEBSOCKET_VERSION;

    /** What Javalin takes for the method. */
    private static final String METHOD_OVERRIDE = "X-HTTP-Method-Override";

    private DisabledFeatures() {}

    /**
     * Leaves them out.
     *
     * @param config the configuration of a server that is not started yet
     */
    static void install(JavalinConfig config) {
        config.jetty.modifyServletContextHandler(context -> context.setSessionHandler(new PassingHandler()));
        config.jetty.modifyHttpConfiguration(http -> http.addCustomizer((request, response) -> without(request)));
    }

    private static Request without(Request request) {
        HttpFields headers = request.getHeaders();
        if (!headers.contains(WEB_SOCKET) && !headers.contains(METHOD_OVERRIDE)) {
            return request;
        }
        HttpFields.Mutable others = HttpFields.build(headers).remove(WEB_SOCKET).remove(METHOD_OVERRIDE);
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
