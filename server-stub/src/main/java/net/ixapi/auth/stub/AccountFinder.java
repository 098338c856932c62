package net.ixapi.auth.stub;

import io.javalin.http.Context;
import io.javalin.http.Header;
import java.util.Map;
import net.ixapi.auth.server.runtime.RequestBodyReader;
import net.ixapi.auth.stub.token.Tokens;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Tells which account a request is for before it is answered, for faults that only one account meets. Safe for many threads. */
final class AccountFinder {
    private static final ObjectMapper JSON = JsonMapper.shared();

    private final Accounts accounts;
    private final Tokens tokens;
    private final RequestBodyReader bodies;

    AccountFinder(Accounts accounts, Tokens tokens, RequestBodyReader bodies) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.bodies = bodies;
    }

    /** Null if the stub knows none. */
    @Nullable String account(Context context) {
        String authorization = context.header(Header.AUTHORIZATION);
        ClientCredentials.Client client = ClientCredentials.basic(authorization);
        if (client != null) {
            return accounts.nameOf(client.id());
        }
        String bearer = BearerResource.token(authorization);
        byte[] body = bodies.bytes(context);
        String ofBody = body.length == 0 ? null : ofBody(body);
        return ofBody == null && bearer != null ? tokens.issuedTo(bearer) : ofBody;
    }

    private @Nullable String ofBody(byte[] body) {
        try {
            JsonNode json = JSON.readTree(body);
            return json.hasNonNull("refresh_token")
                    ? tokens.issuedTo(json.get("refresh_token").asString())
                    : accounts.nameOf(json.path("api_key").asString());
        } catch (JacksonException e) {
            String id = ClientCredentials.form(body).orElse(Map.of()).get("client_id");
            return id == null ? null : accounts.nameOf(id);
        }
    }
}
