package net.ixapi.auth.contract.run;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;
import net.ixapi.auth.contract.checks.Catalogue;
import net.ixapi.auth.contract.document.OpenApiDocument;
import net.ixapi.auth.contract.engine.Options;
import net.ixapi.auth.contract.wire.Limits;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The options that say what to check, and with how much patience. */
final class RunOptions {
    private static final Duration MAX_TIMEOUT = Duration.ofHours(1);
    private static final Duration MAX_EXPIRY = Duration.ofHours(24);

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--trust",
            paramLabel = "FILE",
            description = "Certificates (PEM) to trust with https (default: those of the JDK).")
    private @Nullable Path trust;

    @Option(names = "--only", paramLabel = "CHECK", arity = "1..*", description = "Run only these checks; see --list.")
    private Set<String> only = new LinkedHashSet<>();

    @Option(names = "--skip", paramLabel = "CHECK", arity = "1..*", description = "Leave out these checks; see --list.")
    private Set<String> skip = new LinkedHashSet<>();

    @Option(
            names = "--timeout",
            defaultValue = "10s",
            description = "The longest wait for an answer (default: ${DEFAULT-VALUE}).")
    private Duration timeout;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "200",
            description = "The most requests in a second (default: ${DEFAULT-VALUE}).")
    private int rate;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Where secrets and tokens are changed; a report names it (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--document",
            paramLabel = "FILE",
            description = "Another OpenAPI document to check against (default: the one of this release).")
    private @Nullable Path document;

    @Option(
            names = "--await-expiry",
            paramLabel = "DURATION",
            defaultValue = "0s",
            description =
                    "Wait up to so long for a token to expire, to see it refused (default: no waiting; the stub's clock is moved).")
    private Duration awaitExpiry;

    /** Before anything is sent. */
    Options options() {
        requireKnown(only);
        requireKnown(skip);
        if (rate < 1) {
            throw wrong("--rate must be 1 or more");
        }
        requireBetween("--timeout", timeout, Duration.ofMillis(1), MAX_TIMEOUT);
        requireBetween("--await-expiry", awaitExpiry, Duration.ZERO, MAX_EXPIRY);
        return new Options(Limits.DEFAULT.withTimeout(timeout).withRate(rate), awaitExpiry, only, skip, seed);
    }

    OpenApiDocument document() {
        try {
            return document == null ? OpenApiDocument.ofTheContract() : OpenApiDocument.read(document);
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage());
        } catch (IOException e) {
            throw wrong("The file of --document cannot be read: " + e.getMessage());
        }
    }

    SSLSocketFactory tls() throws GeneralSecurityException {
        try {
            return TrustStore.sockets(trust);
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage());
        } catch (IOException e) {
            throw wrong("The file of --trust cannot be read: " + e.getMessage());
        }
    }

    private void requireKnown(Set<String> names) {
        for (String name : names) {
            if (!Catalogue.titles().containsKey(name)) {
                throw wrong("There is no check '" + name + "'. --list prints all of them.");
            }
        }
    }

    private void requireBetween(String option, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw wrong(option + " must be between " + written(least) + " and " + written(most));
        }
    }

    private static String written(Duration duration) {
        return duration.toHours() > 0 ? duration.toHours() + "h" : duration.toMillis() + "ms";
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** As in {@code 5s}, {@code 200ms}, {@code 1m} or {@code PT5S}. */
    static Duration duration(String text) {
        try {
            if (text.matches("\\d+ms")) {
                return Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)));
            }
            String iso = text.toUpperCase(Locale.ROOT);
            return Duration.parse(iso.startsWith("P") ? iso : "PT" + iso);
        } catch (DateTimeParseException | NumberFormatException e) {
            throw new TypeConversionException("'" + text + "' is not a duration such as 5s or 1m");
        }
    }
}
