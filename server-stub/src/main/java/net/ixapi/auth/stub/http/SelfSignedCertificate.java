package net.ixapi.auth.stub.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * A new key and a certificate for it that nobody but its user trusts. The JDK has no public way to make one but its keytool.
 * Immutable and safe for many threads.
 */
public final class SelfSignedCertificate {
    private static final String ALIAS = "stub";

    /** Of a file that only this user can read, and that is gone again at once. */
    private static final String PASSWORD = "of-no-importance";

    private static final String FILE = "keys.p12";

    /** One round of encryption for each part: ten thousand would take longer than all the rest, and protect nothing here. */
    private static final String UNPROTECTED = " -J-Dkeystore.pkcs12.certPbeIterationCount=1"
            + " -J-Dkeystore.pkcs12.keyPbeIterationCount=1 -J-Dkeystore.pkcs12.macIterationCount=1";

    private static final String ARGUMENTS = "-genkeypair -keyalg EC -groupname secp256r1 -dname CN=ixapi-auth-stub"
            + " -validity 3650 -storetype PKCS12 -keystore " + FILE + " -storepass " + PASSWORD + " -alias " + ALIAS
            + UNPROTECTED
            + " -ext SAN=dns:localhost,ip:127.0.0.1,ip:0:0:0:0:0:0:0:1,";

    /** To make one takes a second of a processor, which tests with a stub each would pay for each. */
    private static final Map<String, SelfSignedCertificate> BY_HOST = new ConcurrentHashMap<>();

    private final KeyStore keys;
    private final Certificate certificate;
    private final String pem;

    private SelfSignedCertificate(KeyStore keys) throws GeneralSecurityException {
        this.keys = keys;
        this.certificate = keys.getCertificate(ALIAS);
        this.pem = "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    /**
     * The certificate for {@code localhost}, the loopback addresses and a host. It is made once in a process.
     *
     * @param host a name or an address
     * @return a certificate that is valid for ten years
     * @throws UncheckedIOException if there is no keytool in the Java runtime, or no folder for temporary files
     */
    public static SelfSignedCertificate of(String host) {
        return BY_HOST.computeIfAbsent(host, SelfSignedCertificate::made);
    }

    private static SelfSignedCertificate made(String host) {
        try {
            Path folder = Files.createTempDirectory("ixapi-auth-stub");
            Path file = folder.resolve(FILE);
            try {
                run(folder, host);
                return new SelfSignedCertificate(KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray()));
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "TLS needs the keytool of a JDK and a folder for temporary files: " + e.getMessage(), e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime cannot read what its keytool has made.", e);
        }
    }

    private static void run(Path folder, String host) throws IOException {
        boolean isAddress = host.contains(":") || host.matches("[\\d.]+");
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        List<String> command = new ArrayList<>(List.of(keytool.toString()));
        command.addAll(List.of((ARGUMENTS + (isAddress ? "ip:" : "dns:") + host).split(" ")));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException("keytool says: " + output.strip());
        }
    }

    SslContextFactory.Server context() {
        SslContextFactory.Server context = new SslContextFactory.Server();
        context.setKeyStore(keys);
        context.setKeyStorePassword(PASSWORD);
        return context;
    }

    /**
     * What a client needs to trust the certificate.
     *
     * @return a new key store that holds the certificate, and no key
     */
    public KeyStore trustStore() {
        try {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry(ALIAS, certificate);
            return trusted;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime cannot make a key store.", e);
        }
    }

    /**
     * The certificate as clients outside of Java read it.
     *
     * @return PEM (RFC 7468)
     */
    public String pem() {
        return pem;
    }
}
