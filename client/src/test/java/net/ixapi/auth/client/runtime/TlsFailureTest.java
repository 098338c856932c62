package net.ixapi.auth.client.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import net.ixapi.auth.client.error.ApiConnectionException;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsFailureTest {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final ApiOperation<String> READ =
            ApiOperation.of("thing_read", "GET", "/thing").returns(new TypeRef<String>() {});

    @TempDir
    private static Path folder;

    private static KeyStore ofAnotherHost;

    @BeforeAll
    static void aCertificateThatNobodyElseSigned() throws Exception {
        Path file = folder.resolve("server.p12");
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process made = new ProcessBuilder(List.of((keytool
                                + " -genkeypair -alias server -keyalg EC -dname CN=other.example -ext SAN=dns:other.example"
                                + " -storetype PKCS12 -storepass changeit -keystore " + file)
                        .split(" ")))
                .redirectErrorStream(true)
                .start();
        made.getInputStream().readAllBytes();
        assertThat(made.waitFor()).isZero();
        ofAnotherHost = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            ofAnotherHost.load(in, PASSWORD);
        }
    }

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
                CloseableHttpClient http = trusting(ofAnotherHost)) {
            ApiConnectionException failure = failure(HttpTransport.over(http, server.uri("https")));
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
                .hasMessageStartingWith("thing_read: no answer: ");
        return failure;
    }

    private static FaultServer tls() throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(ofAnotherHost, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return FaultServer.over(
                context.getServerSocketFactory().createServerSocket(0),
                FaultServer.sends("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n\"x\""));
    }

    private static CloseableHttpClient trusting(KeyStore certificates) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", certificates.getCertificate("server"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setTlsSocketStrategy(new DefaultClientTlsStrategy(context))
                        .build())
                .build();
    }
}
