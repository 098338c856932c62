package net.ixapi.auth.stub.command;

import java.io.IOException;
import java.net.URI;
import net.ixapi.auth.model.AuthToken;
import net.ixapi.auth.model.AuthTokenRequest;
import net.ixapi.auth.model.RefreshTokenRequest;
import net.ixapi.auth.server.AuthApiRoutes;
import net.ixapi.auth.server.runtime.Operation;
import net.ixapi.auth.stub.Account;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Logs in at a stub and refreshes, as a client does. Immutable. */
final class SelfTest {
    private static final ObjectMapper JSON = JsonMapper.shared();

    private final URI stub;

    SelfTest(URI stub) {
        this.stub = stub;
    }

    /** What is wrong; null where nothing is. */
    @Nullable String fault(Account account) {
        try {
            AuthToken pair = call(
                    AuthApiRoutes.AUTH_TOKEN_CREATE,
                    new AuthTokenRequest().apiKey(account.apiKey()).apiSecret(account.apiSecret()));
            call(AuthApiRoutes.AUTH_TOKEN_REFRESH, new RefreshTokenRequest().refreshToken(pair.getRefreshToken()));
            return null;
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    private AuthToken call(Operation operation, Object body) throws IOException {
        URI address = URI.create(stub + operation.path());
        StubCaller.Answer answer = StubCaller.call(address, JSON.writeValueAsBytes(body));
        if (answer == null) {
            throw new IOException(operation.path() + " brings no answer");
        } else if (answer.status() != operation.successStatus()) {
            throw new IOException(operation.path() + " brings " + answer.status());
        }
        return pair(operation, answer.body());
    }

    private static AuthToken pair(Operation operation, byte[] body) throws IOException {
        try {
            AuthToken pair = JSON.readValue(body, AuthToken.class);
            if (pair != null) {
                return pair;
            }
        } catch (JacksonException e) {
            // Jackson's own message would quote a token.
        }
        throw new IOException(operation.path() + " brings no pair of tokens");
    }
}
