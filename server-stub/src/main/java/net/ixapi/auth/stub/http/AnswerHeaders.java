package net.ixapi.auth.stub.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import jakarta.servlet.http.HttpServletResponse;

/** Headers that every answer of the API has. */
public final class AnswerHeaders {
    private AnswerHeaders() {}

    /**
     * Adds the headers to all answers.
     *
     * @param config the configuration of a server that is not started yet
     */
    public static void install(JavalinConfig config) {
        config.routes.after(ApiPaths.ALL, AnswerHeaders::add);
    }

    private static void add(Context context) {
        HttpServletResponse answer = context.res();
        // RFC 6749, section 5.1, asks it of answers with tokens.
        answer.setHeader(Header.CACHE_CONTROL, "no-store");
        // https://cheatsheetseries.owasp.org/cheatsheets/REST_Security_Cheat_Sheet.html, Security Headers
        answer.setHeader(Header.X_CONTENT_TYPE_OPTIONS, "nosniff");
        answer.setHeader(Header.CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'");
        if (context.statusCode() == HttpServletResponse.SC_UNAUTHORIZED) {
            // RFC 9110, section 15.5.2, asks for a challenge; the tokens are those of RFC 6750.
            answer.setHeader(Header.WWW_AUTHENTICATE, "Bearer realm=\"IX-API\"");
        }
    }
}
