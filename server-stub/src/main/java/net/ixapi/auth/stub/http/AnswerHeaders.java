package net.ixapi.auth.stub.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;

/** Headers that every answer of the API has, and every answer to what is no HTTP. */
public final class AnswerHeaders {
    private static final Map<String, String> HEADERS = Map.of(
            // RFC 6749, section 5.1, asks it of answers with tokens.
            Header.CACHE_CONTROL,
            "no-store",
            // https://cheatsheetseries.owasp.org/cheatsheets/REST_Security_Cheat_Sheet.html, Security Headers
            Header.X_CONTENT_TYPE_OPTIONS,
            "nosniff",
            Header.CONTENT_SECURITY_POLICY,
            "default-src 'none'; frame-ancestors 'none'");

    private AnswerHeaders() {}

    /**
     * Adds the headers to all answers. What answers errors of the connection is installed earlier.
     *
     * @param config the configuration of a server that is not started yet
     */
    public static void install(JavalinConfig config) {
        config.routes.after(ApiPaths.only(AnswerHeaders::add));
        config.jetty.modifyServer(AnswerHeaders::addToErrors);
    }

    private static void add(Context context) {
        HttpServletResponse answer = context.res();
        HEADERS.forEach(answer::setHeader);
        if (context.statusCode() == HttpServletResponse.SC_UNAUTHORIZED) {
            // RFC 9110, section 15.5.2, asks for a challenge; the tokens are those of RFC 6750.
            answer.setHeader(Header.WWW_AUTHENTICATE, "Bearer realm=\"IX-API\"");
        }
    }

    /** What Jetty refuses, Javalin does not see. */
    private static void addToErrors(Server server) {
        Request.Handler errors = server.getErrorHandler();
        server.setErrorHandler((request, answer, callback) -> {
            HEADERS.forEach(answer.getHeaders()::put);
            return errors.handle(request, answer, callback);
        });
    }
}
