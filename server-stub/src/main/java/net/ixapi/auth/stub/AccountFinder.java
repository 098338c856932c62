package net.ixapi.auth.stub;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.io.UncheckedIOException;
import java.util.Map;
import net.ixapi.auth.openapi.document.PlainJson;
import net.ixapi.auth.server.runtime.RequestBodyReader;
import net.ixapi.auth.stub.token.Tokens;
import org.jspecify.annotations.Nullable;

/** Tells which account a request is for before it is answered, for faults that only one account meets. Safe for many threads. */
record AccountFinder(Accounts accounts, Tokens tokens, RequestBodyReader bodies) {
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
            JsonNode json = PlainJson.read(body);
            return json.hasNonNull("refresh_token")
                    ? tokens.issuedTo(json.get("refresh_token").asText())
                    : accounts.nameOf(json.path("api_key").asText(""));
        } catch (UncheckedIOException e) {
            String id = ClientCredentials.form(body).orElse(Map.of()).get("client_id");
            return id == null ? null : accounts.nameOf(id);
        }
    }
}
