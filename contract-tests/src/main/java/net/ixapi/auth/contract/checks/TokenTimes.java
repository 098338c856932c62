package net.ixapi.auth.contract.checks;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.ixapi.auth.contract.tokens.Jwt;

/** Whether the times in a token can be true (RFC 7519, section 4.1), with a server's clock a little off. */
final class TokenTimes {
    /** Who is to be told. */
    @FunctionalInterface
    interface Blame {
        void of(String cause, String expected, String source);
    }

    /** By the client's clock a token is of no use then, whoever is right. */
    private static final Duration TOLERANCE = Duration.ofSeconds(30);

    private static final Duration SKEW = Duration.ofMinutes(5);
    /** A server may hand out the same token again, but not for days. */
    private static final Duration LONG_AGO = Duration.ofDays(2);
    /** No token that expires then was meant to. */
    private static final Duration FOREVER = Duration.ofDays(50 * 365);
    /** In seconds, this year; in milliseconds it is some fifty thousand years from now. */
    private static final int MILLISECONDS = 100;

    private final String name;
    private final Jwt jwt;
    private final long now;
    private final Blame blame;

    TokenTimes(String name, Jwt jwt, Instant now, Blame blame) {
        this.name = name;
        this.jwt = jwt;
        this.now = now.getEpochSecond();
        this.blame = blame;
    }

    void look() {
        Optional<Double> expiry = jwt.seconds("exp");
        Optional<Double> issued = jwt.seconds("iat");
        if (expiry.isEmpty()) {
            blame.of(name + " has no 'exp' that is a number", "an expiry", "RFC 7519, section 4.1.4");
        } else {
            expiry(expiry.get(), issued.orElse((double) now - SKEW.toSeconds()));
        }
        early("nbf");
        early("iat");
        if (issued.filter(time -> time < now - LONG_AGO.toSeconds()).isPresent()) {
            blame.of(name + ": 'iat' is long past", "the present", "RFC 7519, section 4.1.6");
        }
    }

    private void expiry(double expiry, double issued) {
        if (expiry > (double) now * MILLISECONDS) {
            blame.of(name + ": 'exp' is not in seconds", "seconds since the epoch", "RFC 7519, section 2");
        } else if (expiry > now + FOREVER.toSeconds()) {
            blame.of(name + " does not expire in a lifetime", "a limited lifetime", "openapi.yaml#/info/description");
        } else if (expiry <= issued || expiry <= now - TOLERANCE.toSeconds()) {
            blame.of(name + " has expired when it is issued", "an expiry in the future", "RFC 7519, section 4.1.4");
        }
    }

    private void early(String claim) {
        if (jwt.seconds(claim).filter(time -> time > now + SKEW.toSeconds()).isPresent()) {
            blame.of(name + ": '" + claim + "' is in the future", "the present", "RFC 7519, section 4.1");
        }
    }
}
