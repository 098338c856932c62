package net.ixapi.auth.contract.checks;

import java.util.Optional;
import java.util.stream.Stream;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.engine.Expectation;
import net.ixapi.auth.contract.engine.Fixtures;
import net.ixapi.auth.contract.engine.Probe;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.tokens.GuessableKeys;
import net.ixapi.auth.contract.tokens.Jwt;
import net.ixapi.auth.contract.wire.Answer;
import net.ixapi.auth.contract.wire.Exchange;

/** What the contract says of tokens in words: JSON Web Tokens that expire. */
final class TokenPair implements Check {
    private static final String SOURCE = "openapi.yaml#/components/schemas/AuthToken";
    /** A server's clock may be this far off before its tokens look absurd. */
    private static final long SKEW = 300;
    /** A server may hand out the same token again, but not for days. */
    private static final long LONG_AGO = 2 * 86_400;

    @Override
    public String name() {
        return "tokens";
    }

    @Override
    public String title() {
        return "both tokens are signed JSON Web Tokens with a plausible expiry, and differ";
    }

    @Override
    public void run(Probe probe) {
        Optional<Operation> logIn = probe.fixtures().logIn();
        logIn.ifPresent(operation -> {
            Exchange exchange = probe.judged(
                    operation,
                    Fixtures.request(operation, probe.fixtures().good(operation).orElseThrow()),
                    Expectation.success(operation, "log-in", "right credentials are refused"));
            Answer answer = exchange.answer();
            if (answer != null && answer.status() / 100 == 2) {
                new Subject(probe, operation, exchange).pair(answer);
            }
        });
    }

    /** One answer with tokens. */
    private record Subject(Probe probe, Operation operation, Exchange exchange) {
        void pair(Answer answer) {
            String access = answer.member("access_token");
            String refresh = answer.member("refresh_token");
            if (!access.isEmpty() && access.equals(refresh)) {
                blame("the two tokens are the same", "two tokens, each with one use", SOURCE);
            }
            token("access_token", access);
            token("refresh_token", refresh);
            outlives(access, refresh);
        }

        private void outlives(String access, String refresh) {
            Optional<Double> first = Jwt.read(access).flatMap(jwt -> jwt.seconds("exp"));
            Optional<Double> last = Jwt.read(refresh).flatMap(jwt -> jwt.seconds("exp"));
            if (first.isPresent() && last.isPresent() && last.get() < first.get()) {
                String cause = "refresh_token expires before access_token";
                probe.report("tokens", Level.WEAKNESS, operation, cause, "a longer life", SOURCE, exchange);
            }
        }

        private void token(String name, String token) {
            Optional<Jwt> jwt = token.isEmpty() ? Optional.empty() : Jwt.read(token);
            if (jwt.isPresent()) {
                times(name, jwt.get());
                signature(name, jwt.get());
                contents(name, jwt.get());
            } else if (!token.isEmpty()) {
                blame(name + " is no compact JSON Web Token", "a JSON Web Token", "RFC 7519, section 3");
            }
        }

        private void times(String name, Jwt jwt) {
            double now = probe.now().getEpochSecond();
            Optional<Double> expiry = jwt.seconds("exp");
            if (expiry.isEmpty()) {
                blame(name + " has no 'exp' that is a number", "an expiry", "RFC 7519, section 4.1.4");
            } else if (expiry.get() > now * 100) {
                blame(name + ": 'exp' is not in seconds", "seconds since the epoch", "RFC 7519, section 2");
            } else if (expiry.get() <= now - SKEW) {
                blame(name + " has expired when it is issued", "an expiry in the future", "RFC 7519, section 4.1.4");
            }
            early(name, "nbf", jwt, now);
            early(name, "iat", jwt, now);
            if (jwt.seconds("iat").filter(time -> time < now - LONG_AGO).isPresent()) {
                blame(name + ": 'iat' is long past", "the present", "RFC 7519, section 4.1.6");
            }
        }

        private void early(String name, String claim, Jwt jwt, double now) {
            if (jwt.seconds(claim).filter(time -> time > now + SKEW).isPresent()) {
                blame(name + ": '" + claim + "' is in the future", "the present", "RFC 7519, section 4.1");
            }
        }

        private void signature(String name, Jwt jwt) {
            if (jwt.signature().isEmpty() || jwt.algorithm().equalsIgnoreCase("none")) {
                blame(name + " is not signed", "a signature", "RFC 8725, section 3.2");
            }
            Stream<String> credentials =
                    Stream.of(probe.target().apiKey(), probe.target().apiSecret());
            if (GuessableKeys.of(jwt, Stream.concat(credentials, jwt.texts())).isPresent()) {
                blame(name + " is signed with a guessable key", "a random key", "RFC 8725, section 3.5");
            }
        }

        private void contents(String name, Jwt jwt) {
            if ((jwt.header() + "" + jwt.claims()).contains(probe.target().apiSecret())) {
                blame(name + " holds the API secret", "no secret: anybody can read a token", "RFC 7519, section 12");
            }
        }

        private void blame(String cause, String expected, String source) {
            probe.report("tokens", Level.VIOLATION, operation, cause, expected, source, exchange);
        }
    }
}
