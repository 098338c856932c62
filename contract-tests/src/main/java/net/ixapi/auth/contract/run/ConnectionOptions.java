package net.ixapi.auth.contract.run;

import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.net.ssl.SSLSocketFactory;
import net.ixapi.auth.contract.report.Report;
import net.ixapi.auth.contract.report.Verdict;
import net.ixapi.auth.contract.targets.ContractTarget;
import net.ixapi.auth.contract.wire.Header;
import net.ixapi.auth.contract.wire.Route;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

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
    private List<Header> headers = new ArrayList<>();

    @Option(
            names = "--proxy",
            paramLabel = "URL",
            description = "Connect through this proxy, such as http://proxy.example:3128 or socks5://localhost:1080.")
    private Proxy proxy = Proxy.NO_PROXY;

    // No ${DEFAULT-VALUE} here: --help must not print what the environment holds.
    @Option(
            names = "--proxy-user",
            paramLabel = "USER:PASSWORD",
            defaultValue = "${env:IX_API_PROXY_USER}",
            description = "The user that the proxy asks for (default: IX_API_PROXY_USER, in no process list).")
    private @Nullable String proxyUser;

    @Option(
            names = "--client-cert",
            paramLabel = "FILE",
            description = "A certificate of the client and its key (PKCS#12), for mutual TLS.")
    private @Nullable Path clientCertificate;

    @Option(
            names = "--client-cert-password",
            paramLabel = "PASSWORD",
            defaultValue = "${env:IX_API_CLIENT_CERT_PASSWORD}",
            description = "The password of that file (default: IX_API_CLIENT_CERT_PASSWORD).")
    private String password = "";

    @Option(
            names = "--wait-for",
            paramLabel = "DURATION",
            description = "Wait up to so long until the server is up, such as 1m (default: 0s).")
    Duration waitFor = Duration.ZERO;

    /** Before anything is sent. */
    Route route(@Nullable KeyStore trusted) {
        if (proxyUser != null && proxy.address() instanceof InetSocketAddress address) {
            // The JDK keeps passwords to itself where it connects through a proxy, unless it is told otherwise.
            System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
            // It would try a wrong one twenty times.
            System.setProperty("http.maxRedirects", "2");
            String[] user = (proxyUser.contains(":") ? proxyUser : proxyUser + ":").split(":", 2);
            Authenticator.setDefault(new Authenticator() {
                @Override
                protected @Nullable PasswordAuthentication getPasswordAuthentication() {
                    return address.getHostString().equals(getRequestingHost())
                                    && address.getPort() == getRequestingPort()
                            ? new PasswordAuthentication(user[0], user[1].toCharArray())
                            : null;
                }
            });
        }
        return new Route(tls(trusted), proxy, headers);
    }

    /** A name, a colon and a value; what is wrong is not repeated, since it may be a secret. */
    static Header header(String text) {
        String[] parts = text.split(":", 2);
        if (parts.length < 2 || !parts[0].matches("[\\w!#$%&'*+.^`|~-]+") || text.matches("(?s).*[\\r\\n].*")) {
            throw new TypeConversionException("it must be a name, a colon and a value");
        }
        return new Header(parts[0], parts[1].strip());
    }

    static Proxy proxy(String text) {
        URI uri = ContractTarget.address(text);
        boolean http = "http".equals(uri.getScheme());
        String authority = uri.getRawAuthority();
        if (authority == null || !http && !"socks5".equals(uri.getScheme()) || !authority.matches(".*:\\d+")) {
            throw new TypeConversionException(
                    "it must be such as http://proxy.example:3128 or socks5://localhost:1080");
        } else if (authority.contains("@")) {
            throw new TypeConversionException("give the user and the password with --proxy-user or IX_API_PROXY_USER");
        }
        HttpHost host = ContractTarget.host(uri);
        return new Proxy(
                http ? Proxy.Type.HTTP : Proxy.Type.SOCKS, new InetSocketAddress(host.getHostName(), host.getPort()));
    }

    private @Nullable SSLSocketFactory tls(@Nullable KeyStore trusted) {
        try {
            return trusted == null && clientCertificate == null
                    ? null
                    : TrustStore.sockets(trusted, clientCertificate, password);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    /**
     * Runs against a server, once more each second while it is not up.
     *
     * @param run what to run
     * @param target the server
     * @param progress told that it waits
     */
    Report report(ContractRun run, ContractTarget target, Consumer<String> progress) {
        Instant end = run.clock().instant().plus(waitFor);
        Report report = run.against(target);
        while (report.verdict() == Verdict.UNREACHABLE && run.clock().instant().isBefore(end)) {
            Duration left = Duration.between(run.clock().instant(), end);
            progress.accept(
                    "waiting for the server, at most " + left.plusMillis(999).toSeconds() + " s");
            run.sleeper().await(PAUSE);
            report = run.against(target);
        }
        return report;
    }
}
