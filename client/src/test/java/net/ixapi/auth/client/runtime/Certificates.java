package net.ixapi.auth.client.runtime;

import java.io.InputStream;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Two certificates that signed themselves: {@code local} is for 127.0.0.1, {@code other} for other.example. They were made by
 * {@code keytool -genkeypair -alias local -keyalg EC -dname CN=localhost -ext SAN=dns:localhost,ip:127.0.0.1 -validity 36500
 * -storetype PKCS12 -storepass changeit -keystore tls.p12}, and so on, with {@code -J-Dkeystore.pkcs12.keyPbeIterationCount=1}
 * and the same of {@code certPbe} and {@code mac}: to read one with the usual 10,000 takes a third of a second here.
 */
final class Certificates {
    private static final char[] PASSWORD = "changeit".toCharArray();

    private Certificates() {}

    static FaultServer serverOf(String alias, FaultServer.Fault fault) throws Exception {
        KeyStore own = both();
        own.deleteEntry(alias.equals("local") ? "other" : "local");
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return FaultServer.over(context.getServerSocketFactory().createServerSocket(0), fault);
    }

    static SSLContext trusting(String alias) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(alias, both().getCertificate(alias));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static KeyStore both() throws Exception {
        KeyStore both = KeyStore.getInstance("PKCS12");
        try (InputStream in = Certificates.class.getResourceAsStream("/tls.p12")) {
            both.load(in, PASSWORD);
        }
        return both;
    }
}
