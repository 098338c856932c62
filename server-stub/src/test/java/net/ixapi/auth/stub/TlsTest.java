package net.ixapi.auth.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Collections;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import net.ixapi.auth.stub.fault.Fault;
import org.junit.jupiter.api.Test;

class TlsTest {
    private static HttpClient trusting(KeyStore trusted) throws Exception {
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }

    private static int status(HttpClient client, URI address) throws Exception {
        return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .statusCode();
    }

    @Test
    void servesWhoeverTrustsItsCertificate() throws Exception {
        try (StubServer stub =
                StubServer.builder().tls(true).adminInterface(true).start()) {
            HttpClient client = trusting(stub.trustStore());
            assertThat(stub.baseUri().toString()).startsWith("https://127.0.0.1:");
            assertThat(status(client, URI.create(stub.baseUri() + "/accounts"))).isEqualTo(401);
            assertThat(status(
                            client,
                            URI.create(stub.baseUri().toString().replace("127.0.0.1", "localhost") + "/accounts")))
                    .isEqualTo(401);
            assertThat(status(client, URI.create(stub.adminUri() + "/clock"))).isEqualTo(200);
            stub.faults().enqueue(Fault.status(503));
            assertThat(status(client, URI.create(stub.baseUri() + "/accounts"))).isEqualTo(503);

            assertThatExceptionOfType(SSLHandshakeException.class)
                    .isThrownBy(() -> status(HttpClient.newHttpClient(), stub.baseUri()));
            assertThat(CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(
                                    stub.certificatePem().getBytes(StandardCharsets.US_ASCII))))
                    .isEqualTo(stub.trustStore()
                            .getCertificate(Collections.list(stub.trustStore().aliases())
                                    .get(0)));
        }
    }

    @Test
    void hasTheSameCertificateInAProcess() {
        try (StubServer one = StubServer.builder().tls(true).start();
                StubServer other = StubServer.builder().tls(true).start()) {
            assertThat(one.certificatePem()).isEqualTo(other.certificatePem());
        }
    }

    @Test
    void hasNoCertificateWithoutTls() {
        try (StubServer stub = StubServer.builder().start()) {
            assertThatIllegalStateException()
                    .isThrownBy(stub::trustStore)
                    .withMessage("The stub does not speak HTTPS: start it with tls(true).");
        }
    }
}
