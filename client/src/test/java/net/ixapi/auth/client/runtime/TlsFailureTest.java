package net.ixapi.auth.client.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import net.ixapi.auth.client.error.ApiConnectionException;
import org.junit.jupiter.api.Test;

class TlsFailureTest {
    private static final ApiOperation<String> READ =
            ApiOperation.of("thing_read", "GET", "/thing").returns(new TypeRef<String>() {});

    @Test
    void aServerWithoutTls() throws IOException {
        try (FaultServer plain = FaultServer.thatAtOnce(FaultServer.sends("HTTP/1.1 400 Bad Request\r\n\r\n"));
                HttpTransport transport = HttpTransport.to(plain.uri("https"))) {
            assertThat(failure(transport)).hasCauseInstanceOf(SSLException.class);
        }
    }

    @Test
    void aServerThatHangsUp() throws IOException {
        try (FaultServer plain = FaultServer.thatAtOnce(FaultServer.sends(""));
                HttpTransport transport = HttpTransport.to(plain.uri("https"))) {
            ApiConnectionException failure = failure(transport);
            assertThat(failure.mayHaveBeenProcessed()).isFalse();
            assertThat(failure.isRetryable()).isTrue();
        }
    }

    @Test
    void aCertificateThatNobodySigned() throws Exception {
        try (FaultServer server = tls();
                HttpTransport transport = HttpTransport.to(server.uri("https"))) {
            ApiConnectionException failure = failure(transport);
            assertThat(failure).hasCauseInstanceOf(SSLHandshakeException.class).hasMessageContaining("PKIX");
            assertThat(failure.mayHaveBeenProcessed()).isFalse();
            assertThat(failure.isRetryable()).isFalse();
        }
    }

    @Test
    void aCertificateOfAnotherHost() throws Exception {
        try (FaultServer server = tls();
                HttpTransport transport = HttpTransport.to(
                        server.uri("https"), new TransportSettings().sslContext(Certificates.trusting("other")))) {
            ApiConnectionException failure = failure(transport);
            assertThat(failure)
                    .hasCauseInstanceOf(SSLHandshakeException.class)
                    .hasMessageContaining("No subject alternative DNS name");
            assertThat(failure.mayHaveBeenProcessed()).isFalse();
            assertThat(failure.isRetryable()).isFalse();
        }
    }

    private static ApiConnectionException failure(Transport transport) {
        ApiConnectionException failure = Failures.of(ApiConnectionException.class, transport, READ.request());
        assertThat(failure)
                .isExactlyInstanceOf(ApiConnectionException.class)
                .hasMessageStartingWith("thing_read: no response: ");
        return failure;
    }

    private static FaultServer tls() throws Exception {
        return Certificates.serverOf("other", FaultServer.sends("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n\"x\""));
    }
}
