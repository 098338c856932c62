package net.ixapi.auth.stub;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import net.ixapi.auth.openapi.document.PlainJson;
import net.ixapi.auth.server.AuthApiRoutes;
import net.ixapi.auth.stub.http.StubOperations;
import net.ixapi.auth.stub.token.InvalidTokenException;
import net.ixapi.auth.stub.token.Tokens;
import org.jspecify.annotations.Nullable;

/** What needs an access token, so that a client can be tested to its end: a 401, a renewal, a 200. Safe for many threads. */
record BearerResource(Tokens tokens, StubProblems problems) {
    private static final String SCHEME = "bearer ";
    private static final String CHALLENGE = "Bearer realm=\"IX-API\"";

    static String requireJson(String path, String json) {
        try {
            if (!PlainJson.read(json).isMissingNode()) {
                return json;
            }
        } catch (UncheckedIOException e) {
            // Its message would show what stands there.
        }
        throw new IllegalArgumentException("The resource " + path + " must be JSON, such as [].");
    }

    void install(JavalinConfig config, Map<String, String> bodies) {
        bodies.forEach((path, json) ->
                StubOperations.get(config, AuthApiRoutes.BASE_PATH + path, context -> answer(context, json)));
    }

    private void answer(Context context, String json) {
        String token = token(context.header(Header.AUTHORIZATION));
        if (token == null) {
            // RFC 6750, section 3.1: no error where there are no credentials.
            context.header(Header.WWW_AUTHENTICATE, CHALLENGE);
            throw problems.notAuthenticated();
        }
        try {
            tokens.subject(token);
            context.contentType("application/json").result(json);
        } catch (InvalidTokenException e) {
            String reason = e.expired() ? "The access token expired" : "The access token is not valid";
            context.header(
                    Header.WWW_AUTHENTICATE,
                    CHALLENGE + ", error=\"invalid_token\", error_description=\"" + reason + "\"");
            throw problems.refused(e);
        }
    }

    /** RFC 6750, section 2.1; the scheme in any case (RFC 9110, section 11.1). Null if it is another scheme, or none. */
    static @Nullable String token(@Nullable String authorization) {
        return authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)
                ? authorization.substring(SCHEME.length()).strip()
                : null;
    }
}
