package net.ixapi.auth.contract.run;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.net.ssl.SSLSocketFactory;
import net.ixapi.auth.contract.report.Report;
import net.ixapi.auth.contract.targets.ContractTarget;
import net.ixapi.auth.contract.wire.Header;
import net.ixapi.auth.contract.wire.Route;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say how to reach the server. */
final class ConnectionOptions {
    /** Between two attempts to reach a server that is not up. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--header",
            paramLabel = "'NAME: VALUE'",
            description = "Send this header with each request, as a gateway demands; its value is kept secret.")
    private List<String> headers = new ArrayList<>();

    @Option(
            names = "--proxy",
            paramLabel = "URL",
            description = "Connect through this proxy, such as http://proxy.example:3128 or socks5://localhost:1080.")
    private @Nullable URI proxy;

    @Option(
            names = "--client-cert",
            paramLabel = "FILE",
            description = "A certificate of the client and its key (PKCS#12), for mutual TLS.")
    private @Nullable Path clientCertificate;

    // No ${DEFAULT-VALUE} here: --help must not print what the environment holds.
    @Option(
            names = "--client-cert-password",
            paramLabel = "PASSWORD",
            defaultValue = "${env:IX_API_CLIENT_CERT_PASSWORD}",
            description = "The password of that file (default: IX_API_CLIENT_CERT_PASSWORD).")
    private @Nullable String password;

    @Option(
            names = "--wait-for",
            paramLabel = "DURATION",
            defaultValue = "0s",
            description = "Wait up to so long until the server is up, such as 1m (default: no waiting).")
    private Duration waitFor;

    /** Before anything is sent. */
    Route route(@Nullable Path trust) {
        return new Route(tls(trust), proxy == null ? Proxy.NO_PROXY : proxy(proxy), headers());
    }

    private List<Header> headers() {
        List<Header> all = new ArrayList<>();
        for (String header : headers) {
            String[] parts = header.split(":", 2);
            // What is wrong is not repeated: it may be a secret.
            if (parts.length < 2 || !parts[0].matches("[\\w!#$%&'*+.^`|~-]+") || header.matches("(?s).*[\\r\\n].*")) {
                throw wrong("--header must be a name, a colon and a value");
            }
            all.add(new Header(parts[0], parts[1].strip()));
        }
        return all;
    }

    private Proxy proxy(URI uri) {
        boolean http = "http".equals(uri.getScheme());
        if (uri.getHost() == null
                || uri.getUserInfo() != null
                || uri.getPort() < 0
                || !(http || "socks5".equals(uri.getScheme()))) {
            throw wrong("--proxy must be such as http://proxy.example:3128 or socks5://localhost:1080");
        }
        return new Proxy(
                http ? Proxy.Type.HTTP : Proxy.Type.SOCKS, new InetSocketAddress(uri.getHost(), uri.getPort()));
    }

    private @Nullable SSLSocketFactory tls(@Nullable Path trust) {
        if (trust == null && clientCertificate == null) {
            return null;
        }
        try {
            return TrustStore.sockets(trust, clientCertificate, password == null ? "" : password);
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage());
        } catch (IOException e) {
            String option = clientCertificate == null ? "--trust" : "--trust or --client-cert";
            throw wrong("The file of " + option + " cannot be read: " + e.getMessage());
        }
    }

    /**
     * Runs against a server, once more each second while it is not up.
     *
     * @param run what to run
     * @param target the server
     * @param progress told that it waits
     */
    Report report(ContractRun run, ContractTarget target, Consumer<String> progress) throws UnreachableException {
        long start = System.nanoTime();
        while (true) {
            try {
                return run.against(target);
            } catch (WrongCredentialsException e) {
                throw e;
            } catch (UnreachableException e) {
                Duration left = waitFor.minusNanos(System.nanoTime() - start);
                if (left.isNegative() || left.isZero()) {
                    throw e;
                }
                progress.accept("waiting for the server, at most " + (left.toSeconds() + 1) + " s");
                run.sleeper().await(PAUSE);
            }
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
