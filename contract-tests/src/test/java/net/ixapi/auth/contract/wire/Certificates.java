package net.ixapi.auth.contract.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLServerSocketFactory;
import org.apache.hc.core5.ssl.SSLContextBuilder;
import org.apache.hc.core5.ssl.SSLContexts;

/**
 * A certificate that signed itself, as servers in a laboratory have them: {@code local} is for 127.0.0.1, {@code other} for
 * other.example. The file is that of the client's tests.
 */
public final class Certificates {
    /** Both, with their keys. */
    public static final Path FILE = Path.of("src/test/resources/tls.p12");

    public static final String PASSWORD = "changeit";

    private final String alias;
    private final KeyStore store;

    private Certificates(String alias, KeyStore store) {
        this.alias = alias;
        this.store = store;
    }

    public static Certificates of(String alias) throws Exception {
        KeyStore both = KeyStore.getInstance(FILE.toFile(), PASSWORD.toCharArray());
        both.deleteEntry(alias.equals("local") ? "other" : "local");
        return new Certificates(alias, both);
    }

    /** What a server needs. */
    public RawServer.Listening sockets() throws GeneralSecurityException {
        return keys().build().getServerSocketFactory()::createServerSocket;
    }

    /** What a server needs that takes no client but one with this certificate. */
    public RawServer.Listening socketsThatDemandTheSame() throws GeneralSecurityException {
        SSLServerSocketFactory sockets =
                keys().loadTrustMaterial(store, null).build().getServerSocketFactory();
        return (port, backlog, address) -> {
            SSLServerSocket socket = (SSLServerSocket) sockets.createServerSocket(port, backlog, address);
            socket.setNeedClientAuth(true);
            return socket;
        };
    }

    private SSLContextBuilder keys() throws GeneralSecurityException {
        return SSLContexts.custom().loadKeyMaterial(store, PASSWORD.toCharArray());
    }

    /** What a client needs: the certificate as PEM (RFC 7468). */
    public Path pem(Path file) throws GeneralSecurityException, IOException {
        byte[] certificate = store.getCertificate(alias).getEncoded();
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate);
        return Files.writeString(file, "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n");
    }
}
