package net.ixapi.auth.contract.checks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.ixapi.auth.contract.engine.BypassAttempts;
import net.ixapi.auth.contract.engine.CheckContext;
import net.ixapi.auth.contract.engine.Expectation;
import net.ixapi.auth.contract.engine.Fixtures;
import net.ixapi.auth.contract.findings.Finding;
import net.ixapi.auth.contract.findings.Findings;
import net.ixapi.auth.contract.tokens.EmbeddedKey;
import net.ixapi.auth.contract.tokens.GuessableKeys;
import net.ixapi.auth.contract.tokens.Jwt;
import net.ixapi.auth.contract.wire.Response;

/**
 * What must not refresh.
 *
 * @param context what the check works with
 */
record RefreshRefusals(CheckContext context) {
    private static final Map<String, String> GARBAGE = Mutations.named(
            "garbage", "garbage",
            "an empty token", "",
            "a very long text", "x".repeat(6_000));
    /** As long as a signature of ES256: RFC 7518, section 3.4. */
    private static final int ES256_LENGTH = 86;

    private static final String MADE_UP = "bWFkZS11cC1zaWduYXR1cmUtdGhhdC1uby1zZXJ2ZXItaGFz";

    /** RFC 4648, section 3.5: no bits beyond the last byte. */
    private static final Pattern BASE64 =
            Pattern.compile("(?=.)([\\w-]{4})*+([\\w-][AQgw]|[\\w-]{2}[AEIMQUYcgkosw048])?");

    /** The name of a key, which a server may take for a file or put into a query. */
    private static final String KID = "{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"%s\"}";

    /** It brings a key, which is "the suite's own key" (RFC 7518, section 6.4). */
    private static final String WITH_KEY =
            "{\"alg\":\"HS256\",\"typ\":\"JWT\",\"jwk\":{\"kty\":\"oct\",\"k\":\"dGhlIHN1aXRlJ3Mgb3duIGtleQ\"}}";

    void run() {
        context.fixtures().pair().ifPresent(this::run);
    }

    private void run(Response pair) {
        String token = pair.property(Fixtures.REFRESH_TOKEN);
        String access = pair.property(Fixtures.ACCESS_TOKEN);
        Expectation unauthenticated = context.unauthenticated("");
        // The first are ordinary: by what comes of them, a gateway is told from the server.
        Map<String, String> others = new LinkedHashMap<>(GARBAGE);
        // Where tokens are not signed, anybody forges them: another check has said so.
        others.putAll(Jwt.read(token)
                .map(jwt -> jwt.signature().isEmpty() ? Map.<String, String>of() : forgeries(jwt))
                .orElseGet(() -> mutations(token.replaceAll("=+$", ""))));
        others.values().removeIf(token::equals);
        BypassAttempts attempts = new BypassAttempts(context);
        others.forEach((what, other) -> {
            // With too few parts, or a signature that is none, it is no token at all to some, which may say 400.
            boolean signed = Jwt.read(other)
                    .filter(jwt -> BASE64.matcher(jwt.signature()).matches())
                    .isPresent();
            Expectation expected = signed ? unauthenticated : context.refused("");
            attempts.make(what, context.refresh(other), expected);
        });
        attempts.makeBeside("three parts that are not JSON", context.refresh("a.b.c"), pair);
        attempts.report(Finding.NOT_ISSUED);
        if (!access.equals(token)) {
            BypassAttempts attempt = new BypassAttempts(context);
            attempt.make("an access token", context.refresh(access), unauthenticated);
            context.send(context.refresh(pair)).success().ifPresent(next -> {
                String other = next.property(Fixtures.ACCESS_TOKEN);
                attempt.make("an access token of a refresh", context.refresh(other), unauthenticated);
                lenient(next.property(Fixtures.REFRESH_TOKEN));
            });
            boolean exchanged = context.probe().findings().has(Finding.NEW_IS_REFUSED);
            attempt.report(exchanged ? Finding.EXCHANGED : "what is not a refresh token refreshes");
        }
    }

    /** A token may be good for one use, but the first that is taken tells. */
    private void lenient(String token) {
        Findings findings = context.probe().findings();
        BypassAttempts attempts = new BypassAttempts(context);
        // Of a server that takes any token, or passes over white space everywhere, another finding has said so.
        if (findings.has(Finding.NOT_ISSUED)) {
            return;
        } else if (!findings.has("credentials", "a space after it")) {
            attempts.make("with white space", context.refresh(" " + token + "\n"), context.refused(""));
        }
        attempts.make("with 'Bearer ' before it", context.refresh("Bearer " + token), context.refused(""));
        attempts.report("a refresh token is taken not only as it was issued");
    }

    private Map<String, String> forgeries(Jwt jwt) {
        String header = jwt.header().toString();
        String claims = jwt.claims().toString();
        String signature = jwt.signature();
        String token = jwt.signed() + "." + signature;
        Map<String, String> forgeries = new LinkedHashMap<>();
        for (String none : List.of("none", "None", "NONE", "nOnE")) {
            forgeries.put("unsigned, alg " + none, Jwt.written(header(none), claims, ""));
        }
        for (String algorithm : List.of("none", "HS256", "HS384", "HS512", "RS256", "ES256", "unknown")) {
            forgeries.put("made-up signature, alg " + algorithm, Jwt.written(header(algorithm), claims, MADE_UP));
        }
        // RFC 2104, section 2: the first is the same as none.
        Mutations.named(
                        "an empty key", "\0",
                        "the key 'secret'", "secret",
                        "the key 'changeme'", "changeme",
                        "the API key", context.target().apiKey(),
                        "the API secret", context.target().apiSecret())
                .forEach((what, key) ->
                        forgeries.put("signed with " + what, GuessableKeys.signed(header("HS256"), claims, key)));
        forgeries.putAll(Mutations.named(
                "made-up signature, no alg", Jwt.written("{\"typ\":\"JWT\"}", claims, MADE_UP),
                "without its signature", Jwt.written(header, claims, ""),
                "without the part of its signature", jwt.signed(),
                "its signature in another case", jwt.signed() + "." + Mutations.inAnotherCase(signature),
                "unsigned, an empty alg", Jwt.written(header(""), claims, ""),
                "with more after its signature", token + "AAAA",
                // As many as an encrypted one has: RFC 7516, section 7.1.
                "with five parts", token + ".x.x",
                "another signature",
                        jwt.signed() + "."
                                + changed(signature, context.probe().place(Math.max(1, signature.length() - 1))),
                // Whole bytes of it (RFC 4648, section 4).
                "the beginning of its signature",
                        jwt.signed() + "." + signature.substring(0, signature.length() / 8 * 4),
                "a signature with another end", jwt.signed() + "." + changed(signature, signature.length() - 3),
                "another key by 'kid'", GuessableKeys.signed(KID.formatted("../../../../dev/null"), claims, "\0"),
                "SQL in 'kid'", GuessableKeys.signed(KID.formatted("x' UNION SELECT 'key"), claims, "key"),
                "signed with the key in its header (CVE-2018-0114)", EmbeddedKey.signed(claims),
                "signed with the secret key in its header",
                        GuessableKeys.signed(WITH_KEY, claims, "the suite's own key"),
                "a signature of zeros (CVE-2022-21449)", Jwt.written(header("ES256"), claims, "A".repeat(ES256_LENGTH)),
                "a header that is no object", Jwt.written("null", claims, MADE_UP),
                "claims that are no object", Jwt.written(header, "null", MADE_UP),
                "another header", Jwt.written(header.replaceFirst("\\{", "{\"another\":1,"), claims, signature),
                "other claims", Jwt.written(header, claims.replaceFirst("\\{", "{\"another\":1,"), signature),
                "cut short", token.substring(0, token.length() * 3 / 4)));
        // Of a key that anybody guesses, another check tells.
        if (context.probe().findings().has("is signed with a guessable key")) {
            forgeries.values().removeIf(forged -> isGuessed(forged));
        }
        return forgeries;
    }

    private boolean isGuessed(String token) {
        Stream<String> credentials =
                Stream.of(context.target().apiKey(), context.target().apiSecret());
        return Jwt.read(token)
                .flatMap(jwt -> GuessableKeys.of(jwt, credentials))
                .isPresent();
    }

    /** An opaque token is only known as a whole; not at its end, which may mean nothing in Base64. */
    private static Map<String, String> mutations(String original) {
        if (original.length() < 3) {
            return Map.of();
        }
        return Mutations.named(
                "another beginning", Mutations.changed(original, 0),
                "another middle", Mutations.changed(original, original.length() / 2),
                "another end", Mutations.changed(original, original.length() - 2),
                "another case", Mutations.inAnotherCase(original),
                "without its last two characters", Mutations.cut(original, 2),
                "with more at its end", original + "xx");
    }

    private static String header(String algorithm) {
        return "{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\"}";
    }

    /** Not at its end, where characters may have bits that mean nothing. */
    private static String changed(String signature, int place) {
        return signature.length() < 4 ? "AAAA" : Mutations.changed(signature, place);
    }
}
