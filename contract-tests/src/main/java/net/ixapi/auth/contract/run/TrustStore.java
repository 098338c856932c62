package net.ixapi.auth.contract.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.SSLSocketFactory;
import org.apache.hc.core5.ssl.SSLContexts;
import org.jspecify.annotations.Nullable;

/** Whom to trust with https: the JDK's own choice, or the certificates of a file. */
final class TrustStore {
    private TrustStore() {}

    /**
     * Makes sockets of TLS.
     *
     * @param file certificates in PEM, as an exchange's own authority gives them out
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if it holds no certificate
     */
    static SSLSocketFactory sockets(@Nullable Path file) throws IOException, GeneralSecurityException {
        if (file == null) {
            return (SSLSocketFactory) SSLSocketFactory.getDefault();
        }
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (Certificate certificate : read(file)) {
            store.setCertificateEntry("trusted" + store.size(), certificate);
        }
        return SSLContexts.custom().loadTrustMaterial(store, null).build().getSocketFactory();
    }

    private static Collection<? extends Certificate> read(Path file) throws IOException, GeneralSecurityException {
        CertificateFactory certificates = CertificateFactory.getInstance("X.509");
        try (InputStream pem = Files.newInputStream(file)) {
            Collection<? extends Certificate> all = certificates.generateCertificates(pem);
            if (!all.isEmpty()) {
                return all;
            }
        } catch (CertificateException e) {
            throw new IllegalArgumentException("There is no certificate (PEM) in " + file, e);
        }
        throw new IllegalArgumentException("There is no certificate (PEM) in " + file);
    }
}
