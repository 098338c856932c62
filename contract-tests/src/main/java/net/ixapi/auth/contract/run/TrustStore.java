package net.ixapi.auth.contract.run;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLSocketFactory;
import org.apache.hc.core5.ssl.SSLContextBuilder;
import org.apache.hc.core5.ssl.SSLContexts;
import org.jspecify.annotations.Nullable;

/** The sockets of https: whom they trust, and who they say they are. */
final class TrustStore {
    private TrustStore() {}

    /**
     * Makes sockets of TLS.
     *
     * @param trusted certificates in PEM, as an exchange's own authority gives them out; null for those of the JDK
     * @param own a certificate and its key in PKCS#12, to show to a server that asks; null for none
     * @param password the password of that file
     * @throws IOException if a file cannot be read
     * @throws IllegalArgumentException if a file does not hold what it should
     */
    static SSLSocketFactory sockets(@Nullable Path trusted, @Nullable Path own, String password) throws IOException {
        try {
            SSLContextBuilder context =
                    SSLContexts.custom().loadTrustMaterial(trusted == null ? null : store(trusted), null);
            if (own != null) {
                context.loadKeyMaterial(identity(own, password.toCharArray()), password.toCharArray());
            }
            return context.build().getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK has no TLS", e);
        }
    }

    private static KeyStore store(Path file) throws IOException, GeneralSecurityException {
        try (InputStream pem = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                store.setCertificateEntry("trusted" + store.size(), certificate);
            }
            if (store.size() > 0) {
                return store;
            }
        } catch (CertificateException e) {
            throw new IllegalArgumentException("There is no certificate (PEM) in " + file, e);
        }
        throw new IllegalArgumentException("There is no certificate (PEM) in " + file);
    }

    private static KeyStore identity(Path file, char[] password) throws IOException, GeneralSecurityException {
        byte[] bytes = Files.readAllBytes(file);
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(bytes), password);
            return store;
        } catch (IOException e) {
            // Its message does not tell a wrong password from another format.
            throw new IllegalArgumentException(
                    "There is no certificate with a key (PKCS#12) in " + file + ", or its password is another one", e);
        }
    }
}
