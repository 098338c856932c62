package net.ixapi.auth.contract.checks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.engine.BypassAttempts;
import net.ixapi.auth.contract.engine.Expectation;
import net.ixapi.auth.contract.engine.Fixtures;
import net.ixapi.auth.contract.engine.Probe;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.tokens.EmbeddedKey;
import net.ixapi.auth.contract.tokens.GuessableKeys;
import net.ixapi.auth.contract.tokens.Jwt;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Response;

/** What must not refresh. */
final class RefreshRefusals {
    static final String NAME = "refresh-refusals";
    private static final Map<String, String> GARBAGE = Mutations.named(
            "garbage", "garbage",
            "an empty token", "",
            "three parts that are no JSON", "a.b.c",
            "a very long text", "x".repeat(6_000));
    /** As long as a signature of ES256: RFC 7518, section 3.4. */
    private static final int ES256_LENGTH = 86;

    private static final String MADE_UP = "bWFkZS11cC1zaWduYXR1cmUtdGhhdC1uby1zZXJ2ZXItaGFz";

    private RefreshRefusals() {}

    static void run(Probe probe) {
        Optional<Operation> refresh = probe.fixtures().refresh();
        Optional<Response> pair = probe.fixtures().pair();
        if (refresh.isPresent() && pair.isPresent()) {
            GARBAGE.forEach((what, token) -> garbage(probe, refresh.get(), what, token));
            String token = pair.get().member(Fixtures.REFRESH_TOKEN);
            String access = pair.get().member(Fixtures.ACCESS_TOKEN);
            if (!access.equals(token)) {
                BypassAttempts attempts = new BypassAttempts(probe, refresh.get(), NAME);
                attempts.make("an access token", Fixtures.refresh(refresh.get(), access));
                attempts.report("what is no refresh token refreshes");
            }
            Map<String, String> forged =
                    Jwt.read(token).map(jwt -> forgeries(probe, jwt)).orElseGet(() -> mutations(token));
            forge(probe, refresh.get(), token, forged);
        }
    }

    /** What has no signature or too few parts is no token at all to some servers. */
    private static void forge(Probe probe, Operation operation, String genuine, Map<String, String> forged) {
        BypassAttempts attempts = new BypassAttempts(probe, operation, NAME);
        Expectation unauthenticated = Expectation.unauthenticated(operation, NAME, "");
        Expectation refused = new Expectation(operation.clientErrors(), NAME, "", unauthenticated.source());
        forged.values().remove(genuine);
        forged.forEach((what, token) -> {
            boolean signed =
                    Jwt.read(token).filter(jwt -> !jwt.signature().isEmpty()).isPresent();
            attempts.make(what, Fixtures.refresh(operation, token), signed ? unauthenticated : refused);
        });
        attempts.report("forged tokens refresh");
    }

    /** A server that finds it to be no token at all may well say 400, though the document does not tell texts from texts. */
    private static void garbage(Probe probe, Operation operation, String what, String token) {
        String source = operation.source(401);
        Expectation refused = new Expectation(operation.clientErrors(), NAME, what + " is not refused", source);
        Exchange exchange = probe.judged(operation, Fixtures.refresh(operation, token), refused);
        if (operation.invalid().filter(invalid -> invalid == exchange.status()).isPresent()) {
            String cause = "what is no token is called invalid";
            String expected = "401: the document allows every text";
            probe.report(NAME, Level.INFO, operation, cause, expected, source, exchange);
        }
    }

    private static Map<String, String> forgeries(Probe probe, Jwt jwt) {
        String header = jwt.header().toString();
        String claims = jwt.claims().toString();
        String token = jwt.signed() + "." + jwt.signature();
        Map<String, String> forgeries = new LinkedHashMap<>();
        for (String none : List.of("none", "None", "NONE", "nOnE")) {
            forgeries.put("unsigned, alg " + none, Jwt.written(header(none), claims, ""));
        }
        for (String algorithm : List.of("none", "HS256", "HS384", "HS512", "RS256", "ES256", "unknown")) {
            forgeries.put("made-up signature, alg " + algorithm, Jwt.written(header(algorithm), claims, MADE_UP));
        }
        keys(probe).forEach((what, key) -> forgeries.put("signed with " + what, GuessableKeys.signed(claims, key)));
        String zeros = "A".repeat(ES256_LENGTH);
        forgeries.putAll(Mutations.named(
                "made-up signature, no alg", Jwt.written("{\"typ\":\"JWT\"}", claims, MADE_UP),
                "without its signature", Jwt.written(header, claims, ""),
                "another signature", jwt.signed() + "." + changed(probe, jwt.signature()),
                "the beginning of its signature", jwt.signed() + "." + beginning(jwt.signature()),
                "a signature with another end", jwt.signed() + "." + withOtherEnd(jwt.signature()),
                "another key by 'kid'", GuessableKeys.signed("../../../../dev/null", claims, "\0"),
                "SQL in 'kid'", GuessableKeys.signed("x' UNION SELECT 'key", claims, "key"),
                "signed with the key in its header (CVE-2018-0114)", EmbeddedKey.signed(claims),
                "a signature of zeros (CVE-2022-21449)", Jwt.written(header("ES256"), claims, zeros),
                "other claims", withOtherClaims(jwt),
                "cut short", token.substring(0, token.length() * 3 / 4)));
        return forgeries;
    }

    /** An opaque token is only known as a whole; not at its end, which may mean nothing in Base64. */
    private static Map<String, String> mutations(String original) {
        if (original.length() < 3) {
            return new LinkedHashMap<>();
        }
        Mutations token = new Mutations(original);
        return Mutations.named(
                "another beginning", token.at(0),
                "another middle", token.at(original.length() / 2),
                "another end", token.at(original.length() - 2),
                "another case", token.inAnotherCase(),
                "without its last two characters", new Mutations(token.cut()).cut(),
                "with more at its end", original + "xx");
    }

    private static String header(String algorithm) {
        return "{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\"}";
    }

    /** RFC 2104, section 2: the first is the same as none. */
    private static Map<String, String> keys(Probe probe) {
        return Mutations.named(
                "an empty key", "\0",
                "the key 'secret'", "secret",
                "the key 'changeme'", "changeme",
                "the API key", probe.target().apiKey(),
                "the API secret", probe.target().apiSecret(),
                "a key of the suite's", "the suite's own key, which no server has");
    }

    private static String withOtherClaims(Jwt jwt) {
        String claims = jwt.claims().toString().replaceFirst("\\{", "{\"another\":1,");
        String[] parts = Jwt.written("{}", claims, "").split("\\.");
        return jwt.signed().split("\\.")[0] + "." + parts[1] + "." + jwt.signature();
    }

    /** Whole bytes of it (RFC 4648, section 4). */
    private static String beginning(String signature) {
        return signature.substring(0, signature.length() / 8 * 4);
    }

    /** Not the last characters, which may have bits that mean nothing. */
    private static String withOtherEnd(String signature) {
        return signature.length() < 4 ? "AAAA" : new Mutations(signature).at(signature.length() - 3);
    }

    /** Not at the end: the last character may have bits that mean nothing. */
    private static String changed(Probe probe, String signature) {
        return signature.length() < 2 ? "AAAA" : new Mutations(signature).at(probe.place(signature.length() - 1));
    }
}
