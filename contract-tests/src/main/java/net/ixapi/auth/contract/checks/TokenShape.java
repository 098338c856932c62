package net.ixapi.auth.contract.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.ixapi.auth.contract.engine.CheckContext;
import net.ixapi.auth.contract.engine.Expectation;
import net.ixapi.auth.contract.engine.Fixtures;
import net.ixapi.auth.contract.findings.Finding;
import net.ixapi.auth.contract.tokens.GuessableKeys;
import net.ixapi.auth.contract.tokens.Jwt;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Response;
import org.apache.hc.client5.http.utils.DateUtils;

/**
 * What can be told from a pair of tokens by looking at it. What is wrong with all pairs is wrong with the server, so it is one finding.
 * Immutable.
 *
 * @param context the check
 * @param exchange what brought the pair
 */
record TokenShape(CheckContext context, Exchange exchange) {
    private static final Pattern CACHEABLE = Pattern.compile("public|max-?age=[1-9]");
    /** How long after its expiry a token may come, in seconds: clocks differ. By the client's it is of no use then, whoever is right. */
    static final long TOLERANCE = 30;
    /** How far in the future a token may be issued, in seconds: clocks differ. */
    static final long SKEW = 300;
    /** A server may hand out the same token again, but not for days. */
    private static final long LONG_AGO = Duration.ofDays(2).toSeconds();
    /** No token that expires then was meant to. */
    private static final long FOREVER = Duration.ofDays(50 * 365).toSeconds();
    /** So many times now is neither the last second of the year 9999, which means never, nor some hours from now in milliseconds. */
    private static final int MILLISECONDS = 500;

    /** RFC 7518, section 3.1, and RFC 8037, section 3.1, but for case. */
    private static final Pattern MISSPELT = Pattern.compile("(?![HREP]S|EdDSA)(?i:[hrep]s(256|384|512)|eddsa)");

    /** In base64url, by RFC 7518, sections 3.2 and 3.4. Some write hexadecimal digits, or ASN.1. */
    private static final Map<String, Integer> SIGNATURES =
            Map.of("HS256", 43, "HS384", 64, "HS512", 86, "ES256", 86, "ES384", 128, "ES512", 176);

    static void run(CheckContext context) {
        Expectation success = context.success("right credentials are refused");
        Exchange exchange = context.as("log-in").judged(context.fixtures().logIn(context.operation()), success);
        look(context, exchange);
    }

    static void look(CheckContext context, Exchange exchange) {
        exchange.success().ifPresent(response -> new TokenShape(context.as("tokens"), exchange).pair(response));
    }

    private void pair(Response response) {
        Optional<Jwt> access = token(Fixtures.ACCESS_TOKEN, response);
        Optional<Jwt> refresh = token(Fixtures.REFRESH_TOKEN, response);
        if (access.isPresent() && refresh.isPresent()) {
            compare(access.get(), refresh.get());
        }
        String caching = response.header("Cache-Control").orElse("");
        boolean cacheable = caching.isEmpty()
                ? expiresLater(response)
                : CACHEABLE.matcher(caching).find();
        blame(cacheable && !caching.contains("no-store"), "caches may keep tokens", "no-store");
        String token = response.property(Fixtures.REFRESH_TOKEN);
        boolean same = !token.isEmpty() && token.equals(response.property(Fixtures.ACCESS_TOKEN));
        boolean held = !token.isEmpty()
                && access.filter(jwt -> jwt.json().contains(token)).isPresent();
        blame(same, "the two tokens are the same", "two tokens, each with one use");
        blame(held && !same, "access_token holds the refresh token", "two tokens, each with one use");
    }

    /** RFC 9111, section 4.2.1: by the server's own clock. */
    private static boolean expiresLater(Response response) {
        // What is not a date, as 0, is in the past.
        Instant now = DateUtils.parseStandardDate(response.header("Date").orElse(""));
        Instant expiry = DateUtils.parseStandardDate(response.header("Expires").orElse(""));
        return now != null && expiry != null && expiry.isAfter(now);
    }

    /** Empty where it is missing, which others say, or unreadable. */
    private Optional<Jwt> token(String name, Response response) {
        Optional<Jwt> jwt = Jwt.read(response.property(name));
        boolean text = response.json().path(name).isTextual();
        String why = response.property(name).matches("\\S*") ? "" : Finding.WHITE_SPACE;
        // An encrypted one is one, too, but nobody can read when it expires.
        String unreadable = name + " is not a JSON Web Token that can be read" + why;
        blame(text && jwt.isEmpty(), unreadable, "one whose 'exp' can be read");
        jwt.ifPresent(read -> {
            times(name, read);
            registered(name, read);
            signature(name, read);
            boolean secret = context.probe().secrets().in(read.json()).stream()
                    .anyMatch(variable -> variable.startsWith("IX_API_SECRET"));
            blame(secret, name + " holds the API secret", "no secret: anybody can read a token");
        });
        return jwt;
    }

    /** Whether its times can be true (RFC 7519, section 4.1), with a server's clock a little off. */
    private void times(String name, Jwt jwt) {
        long now = context.probe().clock().instant().getEpochSecond();
        Optional<Double> expiry = jwt.seconds("exp");
        double issued = jwt.seconds("iat").orElse((double) now - SKEW);
        double end = expiry.orElse((double) now + 1);
        boolean milliseconds = end > (double) now * MILLISECONDS;
        boolean forever = !milliseconds && isForever(context, end);
        boolean over = end <= issued && issued <= now + SKEW || end <= now - TOLERANCE;
        boolean past = expiry.isPresent() && over && !milliseconds && !forever;
        blame(expiry.isEmpty(), name + " has no 'exp' that is a number", "an expiry");
        blame(milliseconds, name + ": 'exp' is not in seconds", "seconds since the epoch");
        blame(forever, name + " does not expire in a lifetime", "a limited lifetime");
        blame(past, name + " has expired when it is issued", "an expiry in the future");
        for (String claim : List.of("nbf", "iat")) {
            boolean odd = jwt.claims().has(claim) && jwt.seconds(claim).isEmpty();
            blame(odd, name + ": '" + claim + "' is not a number", "seconds since the epoch");
            // By the server's own clock, if it says when it issued the token.
            double latest = Math.min(now + SKEW, jwt.seconds("iat").orElse((double) now + SKEW) + TOLERANCE);
            // All times in milliseconds are one cause.
            boolean early = !milliseconds
                    && jwt.seconds(claim).filter(time -> time > latest).isPresent();
            blame(early, name + ": '" + claim + "' is in the future", "the present");
        }
        blame(issued < now - LONG_AGO, name + ": 'iat' is long past", "the present");
    }

    /** Of an expiry in the past, or beyond a lifetime, nothing follows but that it is wrong. */
    static boolean isPlausible(CheckContext context, double expiry) {
        return expiry > context.probe().clock().instant().getEpochSecond() && !isForever(context, expiry);
    }

    /** Whether a token that expires then never does. */
    private static boolean isForever(CheckContext context, double expiry) {
        return expiry > context.probe().clock().instant().getEpochSecond() + FOREVER;
    }

    private void registered(String name, Jwt jwt) {
        for (String claim : List.of("iss", "sub", "aud", "jti")) {
            JsonNode value = jwt.claims().path(claim);
            boolean several = claim.equals("aud") && value.isArray();
            Stream<JsonNode> values = several ? value.valueStream() : Stream.of(value);
            boolean texts = value.isMissingNode() || values.allMatch(JsonNode::isTextual);
            blame(!texts, name + ": '" + claim + "' is not a string", "a string (RFC 7519, section 4.1)");
        }
    }

    private void signature(String name, Jwt jwt) {
        boolean named = !jwt.algorithm().isEmpty();
        boolean unsigned = jwt.signature().isEmpty() || jwt.algorithm().equalsIgnoreCase("none");
        Stream<String> credentials =
                Stream.of(context.target().apiKey(), context.target().apiSecret());
        boolean guessed =
                GuessableKeys.of(jwt, Stream.concat(credentials, jwt.texts())).isPresent();
        blame(!named, name + " names no algorithm", "'alg' in its header (RFC 7515, section 4.1.1)");
        boolean misspelt = MISSPELT.matcher(jwt.algorithm()).matches();
        blame(misspelt, name + " names no algorithm in its own letters", "'HS256', say (RFC 7515, section 4.1.1)");
        blame(named && unsigned, name + " is not signed", "a signature");
        int length = jwt.signature().length();
        boolean foreign = !unsigned && SIGNATURES.getOrDefault(jwt.algorithm(), length) != length;
        blame(foreign, name + " has no signature of " + jwt.algorithm(), "one of its length (RFC 7518, section 3)");
        JsonNode critical = jwt.header().path("crit");
        boolean absent = critical.isEmpty()
                || critical.valueStream().anyMatch(header -> !jwt.header().has(header.asText("")));
        String headers = "names of headers that are there, or no 'crit' (RFC 7515, section 4.1.11)";
        blame(jwt.header().has("crit") && absent, name + ": 'crit' does not list headers of the token", headers);
        blame(guessed, name + " is signed with a guessable key", "a random key");
    }

    private void compare(Jwt access, Jwt refresh) {
        Optional<Double> first = access.seconds("exp");
        // Of an expiry that is wrong in itself, another finding says so.
        boolean shorter = first.filter(expiry -> isPlausible(context, expiry)).isPresent()
                && !access.signed().equals(refresh.signed())
                && refresh.seconds("exp").filter(last -> last <= first.get()).isPresent();
        boolean same = !access.signed().equals(refresh.signed())
                && !access.signature().isEmpty()
                && access.signature().equals(refresh.signature());
        blame(shorter, "refresh_token does not live longer than access_token", "a longer life");
        blame(same, "all tokens have the same signature", "one that depends on the token");
    }

    private void blame(boolean wrong, String cause, String expected) {
        if (wrong) {
            context.reportServer(cause, expected, exchange);
        }
    }
}
