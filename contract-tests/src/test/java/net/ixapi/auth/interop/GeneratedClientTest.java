package net.ixapi.auth.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import net.ixapi.auth.client.IxApiClient;
import net.ixapi.auth.client.error.BadRequestException;
import net.ixapi.auth.client.error.UnauthorizedException;
import net.ixapi.auth.contract.targets.ContractTarget;
import net.ixapi.auth.contract.targets.EmbeddedStub;
import net.ixapi.auth.model.AuthToken;
import net.ixapi.auth.model.AuthTokenRequest;
import net.ixapi.auth.model.RefreshTokenRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The Java client of this project against the stub, or with {@code -Dcontract.base-url=…} against any server. */
class GeneratedClientTest {
    private @Nullable EmbeddedStub stub;
    private ContractTarget target;
    private IxApiClient client;

    @BeforeEach
    void connect() {
        target = ContractTarget.fromEnvironment().orElseGet(this::startedStub);
        client = IxApiClient.at(target.baseUri())
                .credentials(target.apiKey(), target.apiSecret())
                .build();
    }

    private ContractTarget startedStub() {
        stub = EmbeddedStub.start();
        return stub.target();
    }

    @AfterEach
    void close() {
        client.close();
        if (stub != null) {
            stub.close();
        }
    }

    @Test
    void itLogsInAndRefreshes() {
        AuthToken first = client.auth().authTokenCreate(credentials(target.apiSecret()));
        AuthToken next =
                client.auth().authTokenRefresh(new RefreshTokenRequest().refreshToken(first.getRefreshToken()));

        assertThat(next.getAccessToken()).isNotBlank().isNotEqualTo(first.getAccessToken());
        assertThat(client.accessToken()).isNotBlank();
    }

    @Test
    void itUnderstandsRefusals() {
        String wrong = "0".repeat(target.apiSecret().length());

        assertThatExceptionOfType(UnauthorizedException.class)
                .isThrownBy(() -> client.auth().authTokenCreate(credentials(wrong)));
        assertThatExceptionOfType(BadRequestException.class)
                .isThrownBy(() -> client.auth().authTokenCreate(credentials("short")));
    }

    private AuthTokenRequest credentials(String secret) {
        return new AuthTokenRequest().apiKey(target.apiKey()).apiSecret(secret);
    }
}
