package net.ixapi.auth.client.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import net.ixapi.auth.client.error.ApiStatusException;
import net.ixapi.auth.client.error.OAuth2Exception;
import net.ixapi.auth.client.runtime.ApiOperation;
import net.ixapi.auth.client.runtime.ApiRequest;
import net.ixapi.auth.client.runtime.ApiResponse;
import net.ixapi.auth.client.runtime.Transport;
import net.ixapi.auth.client.runtime.TypeRef;

/**
 * Tokens by OAuth2 client credentials (RFC 6749, section 4.4). There are no refresh tokens: each new token is a new grant. Safe
 * for many threads.
 */
public final class ClientCredentialsTokens extends CredentialTokens {
    /** The {@link net.ixapi.auth.client.error.ApiException#operation} of its failures. */
    private static final String OPERATION = "oauth2_token";

    private static final ApiOperation<JsonNode> TOKEN = ApiOperation.of(OPERATION, "POST", "")
            .idempotent()
            .sends("application/x-www-form-urlencoded")
            .succeeds("200")
            .fails("default", new TypeRef<JsonNode>() {})
            .returns(new TypeRef<JsonNode>() {});

    /** A token that lives longer is as good as one that does not expire. */
    private static final Duration MAX_LIFETIME = Duration.ofDays(36_500);

    private final Transport transport;
    private final OAuth2 settings;

    /**
     * A provider of tokens.
     *
     * @param transport goes to the token URL
     * @param settings the token URL, which is a part of the pairs' origin, and the scopes
     * @param credentials what to log in with
     * @param clock the session's clock
     */
    public ClientCredentialsTokens(Transport transport, OAuth2 settings, CredentialSource credentials, Clock clock) {
        super(settings.tokenUrl(), credentials, clock);
        this.transport = transport;
        this.settings = settings;
    }

    @Override
    TokenPair logIn(Credentials current) {
        Instant since = now();
        try {
            return pair(since, transport.send(request(current)), origin(current));
        } catch (ApiStatusException e) {
            JsonNode error =
                    e.problem(JsonNode.class).map(body -> body.path("error")).orElse(null);
            throw error != null && error.isTextual() ? new OAuth2Exception(e, error.textValue()) : e;
        }
    }

    /** Never asked: there are no refresh tokens. */
    @Override
    public TokenPair refresh(String refreshToken) {
        return logIn();
    }

    private ApiRequest<JsonNode> request(Credentials current) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        if (!settings.scopes().isEmpty()) {
            form.put("scope", String.join(" ", settings.scopes()));
        }
        if (settings.authentication() == OAuth2.ClientAuthentication.CLIENT_SECRET_POST) {
            form.put("client_id", current.apiKey());
            form.put("client_secret", current.apiSecret());
            return TOKEN.request().body(form);
        }
        return TOKEN.request().header("Authorization", basic(current)).body(form);
    }

    /** RFC 6749, section 2.3.1: both are encoded as in a form before they are encoded as RFC 7617 says. */
    private static String basic(Credentials current) {
        String pair = URLEncoder.encode(current.apiKey(), UTF_8) + ":" + URLEncoder.encode(current.apiSecret(), UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
    }

    private static TokenPair pair(Instant since, ApiResponse<JsonNode> response, String origin) {
        JsonNode body = response.body();
        boolean isBearer = body.path("token_type").asText("Bearer").equalsIgnoreCase("Bearer");
        OptionalLong lifetime = lifetime(body.path("expires_in"));
        Instant expiresAt = lifetime.isPresent() ? since.plusMillis(lifetime.getAsLong()) : null;
        String accessToken = isBearer ? body.path("access_token").asText("") : "";
        return usable(new TokenPair(accessToken, null, expiresAt, origin), OPERATION, response);
    }

    /** In milliseconds. What is absent or not positive says nothing: the token itself may tell, or a 401 will. */
    private static OptionalLong lifetime(JsonNode expiresIn) {
        double seconds = expiresIn.asDouble(0);
        return seconds > 0
                ? OptionalLong.of((long) Math.min(seconds * 1000, MAX_LIFETIME.toMillis()))
                : OptionalLong.empty();
    }
}
