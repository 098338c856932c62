package net.ixapi.auth.contract.checks;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.ixapi.auth.contract.engine.Expectation;
import net.ixapi.auth.contract.engine.Probe;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.tokens.GuessableKeys;
import net.ixapi.auth.contract.tokens.Jwt;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Response;

/** What can be told from a pair of tokens by looking at it. What is wrong with all pairs is wrong with the server, so it is one finding. */
final class TokenShape {
    static final String NAME = "tokens";

    /** For reports: what the document says of both. */
    private static final String SOURCE = "openapi.yaml#/components/schemas/AuthToken";

    private static final Pattern CACHEABLE = Pattern.compile("public|max-age=[1-9]");

    private final Probe probe;
    private final Exchange exchange;

    private TokenShape(Probe probe, Exchange exchange) {
        this.probe = probe;
        this.exchange = exchange;
    }

    static void run(Probe probe) {
        probe.fixtures().logIn().ifPresent(operation -> {
            Expectation success = Expectation.success(operation, LogIn.NAME, "right credentials are refused");
            look(probe, probe.judged(operation, probe.fixtures().logIn(operation), success));
        });
    }

    static void look(Probe probe, Exchange exchange) {
        Response response = exchange.response();
        if (response != null && response.status() / 100 == 2) {
            new TokenShape(probe, exchange).pair(response);
        }
    }

    private void pair(Response response) {
        Optional<Jwt> access = token("access_token", response);
        Optional<Jwt> refresh = token("refresh_token", response);
        if (access.isPresent() && refresh.isPresent()) {
            compare(access.get(), refresh.get());
        }
        String caching = response.header("Cache-Control").orElse("");
        if (CACHEABLE.matcher(caching).find() && !caching.contains("no-store")) {
            String source = "RFC 9111, section 5.2.2";
            probe.report(NAME, Level.WEAKNESS, null, "caches may keep tokens", "no-store", source, exchange);
        }
        String token = response.member("refresh_token");
        if (!token.isEmpty() && token.equals(response.member("access_token"))) {
            blame("the two tokens are the same", "two tokens, each with one use", SOURCE);
        } else if (access.filter(jwt -> !token.isEmpty() && jwt.json().contains(token))
                .isPresent()) {
            blame("access_token holds the refresh token", "two tokens, each with one use", SOURCE);
        }
    }

    /** Empty where it is missing, which others say, or unreadable. */
    private Optional<Jwt> token(String name, Response response) {
        Optional<Jwt> jwt = Jwt.read(response.member(name));
        if (jwt.isPresent()) {
            new TokenTimes(name, jwt.get(), probe.now(), this::blame).look();
            signature(name, jwt.get());
            contents(name, jwt.get());
        } else if (response.json().path(name).isTextual()) {
            blame(name + " is no compact JSON Web Token", "a JSON Web Token", "RFC 7519, section 3");
        }
        return jwt;
    }

    private void compare(Jwt access, Jwt refresh) {
        Optional<Double> first = access.seconds("exp");
        Optional<Double> last = refresh.seconds("exp");
        if (first.isPresent() && last.isPresent() && last.get() <= first.get()) {
            blame("refresh_token does not live longer than access_token", "a longer life", SOURCE);
        }
        if (!access.signed().equals(refresh.signed())
                && !access.signature().isEmpty()
                && access.signature().equals(refresh.signature())) {
            blame("all tokens have the same signature", "one that depends on the token", "RFC 7515, section 5.1");
        }
    }

    private void signature(String name, Jwt jwt) {
        if (jwt.algorithm().isEmpty()) {
            blame(name + " names no algorithm", "'alg' in its header", "RFC 7515, section 4.1.1");
        } else if (jwt.signature().isEmpty() || jwt.algorithm().equalsIgnoreCase("none")) {
            blame(name + " is not signed", "a signature", "RFC 8725, section 3.2");
        }
        Stream<String> credentials =
                Stream.of(probe.target().apiKey(), probe.target().apiSecret());
        if (GuessableKeys.of(jwt, Stream.concat(credentials, jwt.texts())).isPresent()) {
            blame(name + " is signed with a guessable key", "a random key", "RFC 8725, section 3.5");
        }
    }

    private void contents(String name, Jwt jwt) {
        if (spellings(probe.target().apiSecret()).anyMatch(jwt.json()::contains)) {
            blame(name + " holds the API secret", "no secret: anybody can read a token", "RFC 7519, section 12");
        }
    }

    private static Stream<String> spellings(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                secret,
                secret.substring(0, (secret.length() + 1) / 2),
                secret.substring(secret.length() / 2),
                Base64.getEncoder().withoutPadding().encodeToString(bytes),
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
                HexFormat.of().formatHex(bytes));
    }

    private void blame(String cause, String expected, String source) {
        probe.report(NAME, Level.VIOLATION, null, cause, expected, source, exchange);
    }
}
