package net.ixapi.auth.contract.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLSocketFactory;
import org.apache.hc.core5.ssl.SSLContexts;

/** Whom to trust with https instead of the JDK's own choice: the certificates of a file. */
final class TrustStore {
    private TrustStore() {}

    /**
     * Makes sockets of TLS.
     *
     * @param file certificates in PEM, as an exchange's own authority gives them out
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if it holds no certificate
     */
    static SSLSocketFactory sockets(Path file) throws IOException {
        try (InputStream pem = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                store.setCertificateEntry("trusted" + store.size(), certificate);
            }
            if (store.size() > 0) {
                return SSLContexts.custom()
                        .loadTrustMaterial(store, null)
                        .build()
                        .getSocketFactory();
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("There is no certificate (PEM) in " + file, e);
        }
        throw new IllegalArgumentException("There is no certificate (PEM) in " + file);
    }
}
