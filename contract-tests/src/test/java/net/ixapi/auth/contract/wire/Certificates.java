package net.ixapi.auth.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** Makes a certificate that signs itself, as servers in a laboratory have them. */
public final class Certificates {
    private static final String PASSWORD = "changeit";
    private static final String ALIAS = "server";

    private final KeyStore store;

    private Certificates(KeyStore store) {
        this.store = store;
    }

    /** For one name or address, such as {@code ip:127.0.0.1}. */
    public static Certificates of(String subject, Path folder) throws Exception {
        Path file = folder.resolve(subject.replaceAll("\\W", "-") + ".p12");
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process made = new ProcessBuilder(List.of((keytool + " -genkeypair -keyalg EC -dname CN=test -alias " + ALIAS
                                + " -ext SAN=" + subject + " -storetype PKCS12 -storepass " + PASSWORD + " -keystore "
                                + file)
                        .split(" ")))
                .redirectErrorStream(true)
                .start();
        String words = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(made.waitFor()).as(words).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return new Certificates(store);
    }

    /** What a server needs. */
    public ServerSocketFactory sockets() throws GeneralSecurityException {
        return context(null).getServerSocketFactory();
    }

    /** What a server needs that takes no client but one with this certificate. */
    public ServerSocketFactory socketsThatDemandTheSame() throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry(ALIAS, store.getCertificate(ALIAS));
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
        byte[] certificate = store.getCertificate(ALIAS).getEncoded();
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate);
        return Files.writeString(file, "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n");
    }
}
