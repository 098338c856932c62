package net.ixapi.auth.contract.run;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collections;
import javax.net.ssl.SSLSocketFactory;
import net.ixapi.auth.openapi.document.Document;
import org.apache.hc.core5.ssl.SSLContextBuilder;
import org.apache.hc.core5.ssl.SSLContexts;
import org.jspecify.annotations.Nullable;

/** The sockets of https: whom they trust, and who they say they are. */
final class TrustStore {
    private TrustStore() {}

    /**
     * Reads certificates in PEM, as an exchange's own authority gives them out.
     *
     * @param file where they are
     * @return all of them
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if it has none
     */
    static KeyStore read(Path file) throws IOException {
        try {
            InputStream pem = new ByteArrayInputStream(Document.bytes(file));
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                store.setCertificateEntry("trusted" + store.size(), certificate);
            }
            if (store.size() > 0) {
                return store;
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("There is no certificate (PEM) in " + file, e);
        }
        throw new IllegalArgumentException("There is no certificate (PEM) in " + file);
    }

    /**
     * Makes sockets of TLS.
     *
     * @param trusted certificates; null for those of the JDK
     * @param own a certificate and its key in PKCS#12, to show to a server that asks; null for none
     * @param password the password of that file
     * @throws IllegalArgumentException if that file does not hold what it should
     */
    static SSLSocketFactory sockets(@Nullable KeyStore trusted, @Nullable Path own, String password) {
        try {
            SSLContextBuilder context = SSLContexts.custom().loadTrustMaterial(trusted, null);
            if (own != null) {
                context.loadKeyMaterial(keys(own, password), password.toCharArray());
            }
            return context.build().getSocketFactory();
        } catch (IOException | UnrecoverableKeyException e) {
            // Its message does not tell a wrong password from another format.
            String why = Files.isReadable(own) ? ", or its password is another one" : ": it cannot be read";
            throw new IllegalArgumentException("There is no certificate with a key (PKCS#12) in " + own + why, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK has no TLS", e);
        }
    }

    /** Without a key nothing would be shown to the server, which would say that there is no certificate. */
    private static KeyStore keys(Path file, String password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(new ByteArrayInputStream(Document.bytes(file)), password.toCharArray());
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                return store;
            }
        }
        throw new IllegalArgumentException(
                "There is no key in " + file + ": it must hold the certificate of the client together with its key");
    }
}
