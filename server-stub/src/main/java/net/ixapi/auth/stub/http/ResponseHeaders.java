package net.ixapi.auth.stub.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;

/** Headers that every response has, unless it has others of the same name, and that every response to what is not HTTP has. */
public final class ResponseHeaders {
    private static final List<HttpField> FIELDS = List.of(
            // RFC 6749, section 5.1, asks it of responses with tokens.
            new PreEncodedHttpField(Header.CACHE_CONTROL, "no-store"),
            // https://cheatsheetseries.owasp.org/cheatsheets/REST_Security_Cheat_Sheet.html, Security Headers
            new PreEncodedHttpField(Header.X_CONTENT_TYPE_OPTIONS, "nosniff"),
            new PreEncodedHttpField(Header.CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'"));

    private ResponseHeaders() {}

    /**
     * Adds the headers to all responses. What responds to errors of the connection is installed earlier.
     *
     * @param config the configuration of a server that is not started yet
     */
    static void install(JavalinConfig config) {
        config.jetty.modifyHttpConfiguration(http -> http.addCustomizer((request, headers) -> {
            FIELDS.forEach(headers::add);
            return request;
        }));
        config.jetty.modifyServer(ResponseHeaders::addToErrors);
    }

    /**
     * Adds a challenge where a response needs one and has none.
     *
     * @param context the request, whose operation was called
     */
    public static void challenge(Context context) {
        if (context.statusCode() == HttpStatus.UNAUTHORIZED.getCode()
                && !context.res().containsHeader(Header.WWW_AUTHENTICATE)) {
            // RFC 9110, section 15.5.2, asks for a challenge; the tokens are those of RFC 6750.
            context.header(Header.WWW_AUTHENTICATE, "Bearer realm=\"IX-API\"");
        }
    }

    /** What Jetty refuses, Javalin does not see. */
    private static void addToErrors(Server server) {
        Request.Handler errors = server.getErrorHandler();
        server.setErrorHandler((request, response, callback) -> {
            HttpFields.Mutable headers = response.getHeaders();
            FIELDS.forEach(headers::put);
            return errors.handle(request, response, callback);
        });
    }
}
