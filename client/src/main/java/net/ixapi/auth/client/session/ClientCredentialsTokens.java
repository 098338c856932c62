package net.ixapi.auth.client.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import net.ixapi.auth.client.error.ApiStatusException;
import net.ixapi.auth.client.error.OAuth2Exception;
import net.ixapi.auth.client.runtime.ApiOperation;
import net.ixapi.auth.client.runtime.ApiRequest;
import net.ixapi.auth.client.runtime.ApiResponse;
import net.ixapi.auth.client.runtime.Transport;
import net.ixapi.auth.client.runtime.TypeRef;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import org.jspecify.annotations.Nullable;

/**
 * Tokens by OAuth2 client credentials (RFC 6749, section 4.4). There are no refresh tokens: each new token is a new grant. Safe
 * for many threads.
 */
public final class ClientCredentialsTokens extends CredentialTokens {
    /** The {@link net.ixapi.auth.client.error.ApiException#operation} of its failures. */
    private static final String OPERATION = "oauth2_token";

    private static final ApiOperation<JsonNode> TOKEN = ApiOperation.of(OPERATION, "POST", "")
            .idempotent()
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
    public ClientCredentialsTokens(
            Transport transport, OAuth2 settings, Supplier<Credentials> credentials, Clock clock) {
        super(settings.tokenUrl(), credentials, clock);
        this.transport = transport;
        this.settings = settings;
    }

    @Override
    TokenPair logIn(Credentials current) {
        Instant since = clock.instant();
        try {
            return pair(since, transport.send(request(current)));
        } catch (ApiStatusException e) {
            String error = e.problem(JsonNode.class)
                    .map(body -> body.path("error").textValue())
                    .orElse(null);
            throw error == null ? e : new OAuth2Exception(e, error);
        }
    }

    private ApiRequest<JsonNode> request(Credentials current) {
        List<NameValuePair> form = new ArrayList<>();
        form.add(new BasicNameValuePair("grant_type", "client_credentials"));
        if (!settings.scopes().isEmpty()) {
            form.add(new BasicNameValuePair("scope", String.join(" ", settings.scopes())));
        }
        boolean inBody = settings.authentication() == OAuth2.ClientAuthentication.CLIENT_SECRET_POST;
        if (inBody) {
            form.add(new BasicNameValuePair("client_id", current.apiKey()));
            form.add(new BasicNameValuePair("client_secret", current.apiSecret()));
        }
        return TOKEN.request()
                .header("Authorization", inBody ? null : basic(current))
                .body(new UrlEncodedFormEntity(form, UTF_8));
    }

    /** RFC 6749, section 2.3.1: both are encoded as in a form before they are encoded as RFC 7617 says. */
    private static String basic(Credentials current) {
        String pair = URLEncoder.encode(current.apiKey(), UTF_8) + ":" + URLEncoder.encode(current.apiSecret(), UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
    }

    private static TokenPair pair(Instant since, ApiResponse<JsonNode> response) {
        JsonNode body = response.body();
        boolean isBearer = body.path("token_type").asText("Bearer").equalsIgnoreCase("Bearer");
        String accessToken = isBearer ? body.path("access_token").asText("") : "";
        Instant expiresAt = expiry(since, body.path("expires_in"));
        return usable(new TokenPair(accessToken, null, expiresAt, null), OPERATION, response);
    }

    /** Null where the lifetime is absent or not positive: the token itself may tell, or a 401 will. */
    private static @Nullable Instant expiry(Instant since, JsonNode expiresIn) {
        double millis = Math.min(expiresIn.asDouble(0) * 1000, MAX_LIFETIME.toMillis());
        return millis > 0 ? since.plusMillis((long) millis) : null;
    }
}
