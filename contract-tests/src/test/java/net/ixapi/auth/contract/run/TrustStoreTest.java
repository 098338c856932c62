package net.ixapi.auth.contract.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;
import net.ixapi.auth.contract.wire.Certificates;
import net.ixapi.auth.contract.wire.Dialogue;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Failure;
import net.ixapi.auth.contract.wire.Limits;
import net.ixapi.auth.contract.wire.RawServer;
import net.ixapi.auth.contract.wire.Request;
import net.ixapi.auth.contract.wire.Route;
import net.ixapi.auth.contract.wire.Sleeper;
import net.ixapi.auth.contract.wire.Wire;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Good and bad TLS, with the sockets that the command uses. */
class TrustStoreTest {
    private static final Limits PATIENT = limits(Duration.ofSeconds(30));
    private static final Limits SHORT = limits(Duration.ofMillis(500));
    private static final String EMPTY = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

    @TempDir
    private static Path folder;

    private static RawServer.Listening tls;
    private static RawServer.Listening mutual;
    private static Path pem;
    private static RawServer.Listening ofAnotherHost;
    private static Path pemOfAnotherHost;

    @BeforeAll
    static void readCertificates() throws Exception {
        Certificates own = Certificates.of("local");
        tls = own.sockets();
        mutual = own.socketsThatDemandTheSame();
        pem = own.pem(folder.resolve("own.pem"));
        Certificates other = Certificates.of("other");
        ofAnotherHost = other.sockets();
        pemOfAnotherHost = other.pem(folder.resolve("other.pem"));
    }

    private static Limits limits(Duration time) {
        return new Limits(time, time, Duration.ofMinutes(1), 1 << 18, 100, 10_000);
    }

    @Test
    void aTrustedCertificate() throws Exception {
        try (RawServer server = RawServer.secured(tls, RawServer.answering(EMPTY));
                Wire wire = wire(server.uri(), pem, PATIENT)) {
            assertThat(wire.send(Request.bare("GET", "/")).status()).isEqualTo(200);
            assertThat(wire.send(Request.bare("GET", "/")).status()).isEqualTo(200);
            assertThat(server.connections()).isOne();
        }
    }

    @Test
    void aCertificateThatNobodySigned() throws Exception {
        assertRefused(tls, null, "PKIX path building failed");
    }

    @Test
    void aCertificateThatAnotherSigned() throws Exception {
        assertRefused(tls, pemOfAnotherHost, "PKIX path");
    }

    @Test
    void aTrustedCertificateOfAnotherHost() throws Exception {
        assertRefused(ofAnotherHost, pemOfAnotherHost, "No subject alternative names matching IP address 127.0.0.1");
    }

    @Test
    void aServerWithoutTls() throws Exception {
        try (RawServer plain = RawServer.playing(dialogue -> dialogue.send("HTTP/1.1 400 Bad Request\r\n\r\n"));
                Wire wire = wire(plain.uri("https"), null, PATIENT)) {
            assertFailure(wire.send(Request.bare("GET", "/")), Failure.Kind.NO_SERVER, "TLS failed: ");
        }
    }

    @Test
    void aHandshakeThatNeverBegins() throws Exception {
        try (RawServer server = RawServer.playing(Dialogue::hang);
                Wire wire = wire(server.uri("https"), null, SHORT)) {
            assertFailure(wire.send(Request.bare("GET", "/")), Failure.Kind.TIMEOUT, "no response within 500 ms");
        }
    }

    /** A record of 16 kB, one byte each 10 ms: never too long between two of them. */
    @Test
    void aHandshakeThatDrips() throws Exception {
        try (RawServer server = RawServer.playing(dialogue -> {
                    dialogue.send(new byte[] {22, 3, 3, 0x40, 0});
                    dialogue.drip("x");
                });
                Wire wire = wire(server.uri("https"), null, SHORT)) {
            assertFailure(wire.send(Request.bare("GET", "/")), Failure.Kind.TIMEOUT, "no response within 500 ms");
        }
    }

    @Test
    void aHangAfterTheRequest() throws Exception {
        try (RawServer server = RawServer.secured(tls, dialogue -> {
                    dialogue.request();
                    dialogue.hang();
                });
                Wire wire = wire(server.uri(), pem, SHORT)) {
            assertFailure(wire.send(Request.bare("GET", "/")), Failure.Kind.TIMEOUT, "no response within 500 ms");
        }
    }

    /** No closing word of TLS can be sent while a write is stuck. */
    @Test
    void aHangBeforeTheRequestIsRead() throws Exception {
        Request huge = Request.json("POST", "/", "").withBody(new byte[64 << 20]);
        try (RawServer server = RawServer.secured(tls, dialogue -> {
                    dialogue.head();
                    dialogue.drip("");
                });
                Wire wire = wire(server.uri(), pem, SHORT)) {
            assertFailure(wire.send(huge), Failure.Kind.TIMEOUT, "no response within 500 ms");
        }
    }

    @Test
    void aFileWithoutCertificates() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");

        assertThatThrownBy(() -> TrustStore.read(empty))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no certificate (PEM) in " + empty);
    }

    @Test
    void aFileWithSomethingElse() throws Exception {
        Path text = Files.writeString(folder.resolve("text.pem"), "no certificate");

        assertThatThrownBy(() -> TrustStore.read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no certificate (PEM) in " + text);
    }

    /**
     * The server would say that there is no certificate. The file was made by {@code keytool -importcert -noprompt -alias local
     * -storetype PKCS12 -storepass changeit -keystore no-key.p12} of the certificate of {@link Certificates}, with its iterations.
     */
    @Test
    void aCertificateWithoutItsKey() {
        Path own = Path.of("src/test/resources/no-key.p12");

        assertThatThrownBy(() -> TrustStore.sockets(null, own, Certificates.PASSWORD))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no key in " + own
                        + ": it must hold the certificate of the client together with its key");
    }

    /** A store of the older format of Java, which is read as well. */
    @Test
    void aKeyWithAPasswordOfItsOwn() throws Exception {
        char[] password = Certificates.PASSWORD.toCharArray();
        KeyStore both = KeyStore.getInstance(Certificates.FILE.toFile(), password);
        KeyStore store = KeyStore.getInstance("JKS");
        store.load(null, null);
        store.setKeyEntry(
                "local", both.getKey("local", password), "another".toCharArray(), both.getCertificateChain("local"));
        Path own = folder.resolve("two-passwords.jks");
        try (OutputStream out = Files.newOutputStream(own)) {
            store.store(out, password);
        }

        assertThatThrownBy(() -> TrustStore.sockets(null, own, Certificates.PASSWORD))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("two-passwords.jks, or its password is another one");
    }

    @Test
    void aServerThatDemandsACertificateOfTheClient() throws Exception {
        Path own = Certificates.FILE;
        try (RawServer server = RawServer.secured(mutual, RawServer.answering(EMPTY));
                Wire without = wire(server.uri(), pem, PATIENT);
                Wire with = over(server.uri(), TrustStore.sockets(TrustStore.read(pem), own, "changeit"), PATIENT)) {
            assertThat(with.send(Request.bare("GET", "/")).status()).isEqualTo(200);
            assertThat(without.send(Request.bare("GET", "/")).response()).isNull();
        }
    }

    @Test
    void aPasswordThatIsAnotherOne() {
        assertThatThrownBy(() -> TrustStore.sockets(null, Certificates.FILE, "canary-password"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("There is no certificate with a key (PKCS#12) in ")
                .hasMessageNotContaining("canary");
    }

    private static void assertRefused(RawServer.Listening certificate, Path trusted, String why) throws Exception {
        try (RawServer server = RawServer.secured(certificate, RawServer.answering(EMPTY));
                Wire wire = wire(server.uri(), trusted, PATIENT)) {
            assertFailure(wire.send(Request.bare("GET", "/")), Failure.Kind.NO_SERVER, "TLS failed: ");
            assertThat(wire.send(Request.bare("GET", "/")).failure().text()).contains(why);
            assertThat(server.requests()).isEmpty();
        }
    }

    private static void assertFailure(Exchange exchange, Failure.Kind kind, String text) {
        assertThat(exchange.response()).isNull();
        assertThat(exchange.failure().text()).startsWith(text);
        assertThat(exchange.failure().kind()).isEqualTo(kind);
    }

    private static Wire wire(URI server, Path trusted, Limits limits) throws Exception {
        return over(server, TrustStore.sockets(trusted == null ? null : TrustStore.read(trusted), null, ""), limits);
    }

    private static Wire over(URI server, SSLSocketFactory sockets, Limits limits) {
        return new Wire(server, new Route(sockets, Proxy.NO_PROXY, List.of()), limits, Sleeper.REAL);
    }
}
