package net.ixapi.auth.contract.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

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
    public ServerSocketFactory sockets() throws GeneralSecurityException {
        return context(null).getServerSocketFactory();
    }

    /** What a server needs that takes no client but one with this certificate. */
    public ServerSocketFactory socketsThatDemandTheSame() throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry(alias, store.getCertificate(alias));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLServerSocketFactory sockets = context(trust.getTrustManagers()).getServerSocketFactory();
        return new ServerSocketFactory() {
            @Override
            public ServerSocket createServerSocket(int port) throws IOException {
                return demanding(sockets.createServerSocket(port));
            }

            @Override
            public ServerSocket createServerSocket(int port, int backlog) throws IOException {
                return demanding(sockets.createServerSocket(port, backlog));
            }

            @Override
            public ServerSocket createServerSocket(int port, int backlog, InetAddress address) throws IOException {
                return demanding(sockets.createServerSocket(port, backlog, address));
            }
        };
    }

    private static ServerSocket demanding(ServerSocket socket) {
        ((SSLServerSocket) socket).setNeedClientAuth(true);
        return socket;
    }

    private SSLContext context(TrustManager[] trust) throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust, null);
        return context;
    }

    /** What a client needs: the certificate as PEM (RFC 7468). */
    public Path pem(Path file) throws GeneralSecurityException, IOException {
        byte[] certificate = store.getCertificate(alias).getEncoded();
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate);
        return Files.writeString(file, "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n");
    }
}
