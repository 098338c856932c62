package net.ixapi.auth.stub;

import io.javalin.http.Context;
import io.javalin.http.Header;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.ixapi.auth.server.runtime.ProblemException;
import net.ixapi.auth.server.runtime.RequestBodyReader;
import net.ixapi.auth.stub.token.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * The client credentials grant of OAuth2 (RFC 6749, section 4.4), by which clients of IX-API 2.7 log in: the API key is the client
 * id, the API secret the client secret. Safe for many threads.
 */
record ClientCredentials(Accounts accounts, Tokens tokens, RequestBodyReader bodies) {
    private static final String BASIC = "basic ";
    private static final String DEFAULT_SCOPE = "ix-api";

    /** RFC 6749, section 3.3. */
    private static final Pattern SCOPE =
            Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]+( [\\x21\\x23-\\x5B\\x5D-\\x7E]+)*");

    /** An id and a secret. */
    record Client(String id, String secret) {
        @Override
        public String toString() {
            return "Client[*]";
        }
    }

    void answer(Context context) {
        // RFC 6749, section 5.1.
        context.header(Header.PRAGMA, "no-cache").json(grant(context));
    }

    private Map<String, Object> grant(Context context) {
        Map<String, String> form = requireForm(context);
        Client client = requireClient(context, form);
        Account account = accounts.authenticate(client.id(), client.secret())
                .orElseThrow(() -> invalidClient(
                        context, "The client id or the secret is wrong; HTTP Basic takes each form-encoded"));
        String grant = form.get("grant_type");
        if (grant == null) {
            throw invalidRequest("grant_type is required");
        } else if (!grant.equals("client_credentials")) {
            throw error(400, "unsupported_grant_type", "The grant_type must be client_credentials");
        }
        String scope = form.getOrDefault("scope", DEFAULT_SCOPE);
        if (!SCOPE.matcher(scope).matches()) {
            throw error(400, "invalid_scope", "A scope is made of words with a space between them");
        }
        String token =
                tokens.mint().subject(account.name()).claim("scope", scope).sign();
        long seconds = tokens.accessLifetime().toSeconds();
        return Map.of("access_token", token, "token_type", "Bearer", "expires_in", seconds, "scope", scope);
    }

    private Map<String, String> requireForm(Context context) {
        if (!context.isFormUrlencoded()) {
            throw invalidRequest("The Content-Type must be application/x-www-form-urlencoded");
        }
        return form(bodies.bytes(context))
                .orElseThrow(() -> invalidRequest("The form is not encoded as it says, or has a parameter twice"));
    }

    /** A parameter without a value counts as absent, and none may be there twice (RFC 6749, section 3.2). */
    static Optional<Map<String, String>> form(byte[] body) {
        try {
            return Optional.of(Stream.of(new String(body, StandardCharsets.UTF_8).split("&"))
                    .map(pair -> pair.split("=", 2))
                    .filter(pair -> pair.length == 2 && !pair[1].isEmpty())
                    .collect(Collectors.toMap(pair -> decoded(pair[0]), pair -> decoded(pair[1]))));
        } catch (IllegalArgumentException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    private static Client requireClient(Context context, Map<String, String> form) {
        String id = form.get("client_id");
        String secret = form.get("client_secret");
        Client basic = basic(context.header(Header.AUTHORIZATION));
        if (basic != null && secret != null) {
            throw invalidRequest("The client must authenticate in one way only");
        } else if (basic == null && (id == null || secret == null)) {
            throw invalidClient(context, "client_id and client_secret are required, in the form or with HTTP Basic");
        }
        return basic == null ? new Client(id, secret) : basic;
    }

    /** RFC 6749, section 2.3.1: both parts are encoded as in a form. Null if it is another scheme, or not readable. */
    static @Nullable Client basic(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return null;
        }
        try {
            byte[] decoded = Base64.getDecoder()
                    .decode(authorization.substring(BASIC.length()).strip());
            String[] parts = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
            return parts.length < 2 ? null : new Client(decoded(parts[0]), decoded(parts[1]));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static ProblemException invalidClient(Context context, String description) {
        context.header(Header.WWW_AUTHENTICATE, "Basic realm=\"IX-API\", charset=\"UTF-8\"");
        return error(401, "invalid_client", description);
    }

    private static ProblemException invalidRequest(String description) {
        return error(400, "invalid_request", description);
    }

    /** RFC 6749, section 5.2. */
    private static ProblemException error(int status, String code, String description) {
        return new ProblemException(status, Map.of("error", code, "error_description", description));
    }
}
