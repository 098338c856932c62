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
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * A new key and a certificate for it that nobody but its user trusts. The JDK has no public way to make one but its keytool.
 * Immutable and safe for many threads.
 */
public final class SelfSignedCertificate {
    private static final String ALIAS = "stub";

    /** The password is not among them, since other processes can read them. */
    private static final String ARGUMENTS = "-genkeypair -keyalg EC -groupname secp256r1 -dname CN=ixapi-auth-stub"
            + " -validity 3650 -storetype PKCS12 -storepass:env STORE_PASSWORD";

    /** To make one takes a second of a processor, which tests with a stub each would pay for each. */
    private static final Map<String, SelfSignedCertificate> BY_HOST = new ConcurrentHashMap<>();

    private final KeyStore keys;
    private final String password;

    private SelfSignedCertificate(KeyStore keys, String password) {
        this.keys = keys;
        this.password = password;
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
        String password = UUID.randomUUID().toString();
        try {
            Path folder = Files.createTempDirectory("ixapi-auth-stub");
            Path file = folder.resolve("keys.p12");
            try {
                run(file, host, password);
                return new SelfSignedCertificate(KeyStore.getInstance(file.toFile(), password.toCharArray()), password);
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

    private static void run(Path file, String host, String password) throws IOException {
        boolean isAddress = host.contains(":") || host.matches("[\\d.]+");
        String names = "SAN=dns:localhost,ip:127.0.0.1,ip:0:0:0:0:0:0:0:1," + (isAddress ? "ip:" : "dns:") + host;
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(ARGUMENTS.split(" ")));
        command.addAll(List.of("-alias", ALIAS, "-ext", names, "-keystore", file.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("STORE_PASSWORD", password);
        Process keytool = builder.start();
        String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (keytool.waitFor() != 0) {
                throw new IOException("keytool says: " + output.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted");
        }
    }

    SslContextFactory.Server context() {
        SslContextFactory.Server context = new SslContextFactory.Server();
        context.setKeyStore(keys);
        context.setKeyStorePassword(password);
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
            trusted.setCertificateEntry(ALIAS, certificate());
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
        try {
            String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'})
                    .encodeToString(certificate().getEncoded());
            return "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The certificate cannot be encoded.", e);
        }
    }

    private Certificate certificate() throws GeneralSecurityException {
        return keys.getCertificate(ALIAS);
    }
}
