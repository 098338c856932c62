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
import net.ixapi.auth.contract.wire.Request;
import net.ixapi.auth.contract.wire.Response;

/** What must not refresh. */
final class RefreshRefusals implements Check {
    private static final Map<String, String> GARBAGE = Map.of(
            "garbage", "garbage",
            "an empty token", "",
            "three parts that are no JSON", "a.b.c",
            "a very long text", "x".repeat(6_000));
    private static final String REFRESH_TOKEN = "refresh_token";
    /** As long as a signature of ES256: RFC 7518, section 3.4. */
    private static final int ZEROS = 86;

    private static final String MADE_UP = "bWFkZS11cC1zaWduYXR1cmUtdGhhdC1uby1zZXJ2ZXItaGFz";

    @Override
    public String name() {
        return "refresh-refusals";
    }

    @Override
    public String title() {
        return "garbage, changed, unsigned and access tokens do not refresh";
    }

    @Override
    public void run(Probe probe) {
        Optional<Operation> refresh = probe.fixtures().refresh();
        Optional<Response> pair = probe.fixtures().pair();
        if (refresh.isPresent() && pair.isPresent()) {
            GARBAGE.forEach((what, token) -> garbage(probe, refresh.get(), what, token));
            access(probe, refresh.get(), pair.get());
            String token = pair.get().member(REFRESH_TOKEN);
            Optional<Jwt> jwt = Jwt.read(token);
            jwt.ifPresent(known -> forge(probe, refresh.get(), forgeries(probe, known)));
            if (jwt.isEmpty() && token.length() > 2) {
                forge(probe, refresh.get(), mutations(new Mutations(token)));
            }
        }
    }

    private void access(Probe probe, Operation operation, Response pair) {
        String token = pair.member("access_token");
        if (!token.equals(pair.member(REFRESH_TOKEN))) {
            BypassAttempts attempts = new BypassAttempts(probe, operation, name());
            attempts.make("an access token", Fixtures.request(operation, Fixtures.refreshToken(token)));
            attempts.report("what is no refresh token refreshes");
        }
    }

    private void forge(Probe probe, Operation operation, Map<String, String> forgeries) {
        BypassAttempts attempts = new BypassAttempts(probe, operation, name());
        forgeries.forEach((what, token) -> attempts.make(
                what, Fixtures.request(operation, Fixtures.refreshToken(token)), refusal(operation, token)));
        attempts.report("forged tokens refresh");
    }

    /** A server that finds it to be no token at all may well say 400, though the document does not tell texts from texts. */
    private void garbage(Probe probe, Operation operation, String what, String token) {
        Request request = Fixtures.request(operation, Fixtures.refreshToken(token));
        Expectation refused =
                new Expectation(operation.clientErrors(), name(), what + " is not refused", operation.source(401));
        Exchange exchange = probe.judged(operation, request, refused);
        if (operation.invalid().filter(invalid -> invalid == exchange.status()).isPresent()) {
            probe.report(
                    name(),
                    Level.WEAKNESS,
                    operation,
                    "what is no token is called invalid",
                    "401: the document allows every text",
                    operation.source(401),
                    exchange);
        }
    }

    /** What has no signature or too few parts is no token at all to some servers. */
    private Expectation refusal(Operation operation, String token) {
        Expectation refused = Expectation.unauthenticated(operation, name(), "");
        return Jwt.read(token).filter(jwt -> !jwt.signature().isEmpty()).isPresent()
                ? refused
                : new Expectation(operation.clientErrors(), name(), "", refused.source());
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
        forgeries.put("made-up signature, no alg", Jwt.written("{\"typ\":\"JWT\"}", claims, MADE_UP));
        forgeries.put("without its signature", Jwt.written(header, claims, ""));
        forgeries.put("another signature", jwt.signed() + "." + changed(probe, jwt.signature()));
        keys(probe).forEach((what, key) -> forgeries.put("signed with " + what, GuessableKeys.signed(claims, key)));
        forgeries.put("another key by 'kid'", GuessableKeys.signed("../../../../dev/null", claims, "\0"));
        forgeries.put("SQL in 'kid'", GuessableKeys.signed("x' UNION SELECT 'key", claims, "key"));
        forgeries.put("signed with the key in its header (CVE-2018-0114)", EmbeddedKey.signed(claims));
        forgeries.put("a signature of zeros (CVE-2022-21449)", Jwt.written(header("ES256"), claims, "A".repeat(ZEROS)));
        forgeries.put("other claims", withClaims(token, jwt));
        forgeries.put("cut short", token.substring(0, token.length() * 3 / 4));
        forgeries.values().remove(token);
        return forgeries;
    }

    /** An opaque token is only known as a whole; not at its end, which may mean nothing in Base64. */
    private static Map<String, String> mutations(Mutations token) {
        int length = token.original().length();
        Map<String, String> mutations = new LinkedHashMap<>();
        mutations.put("another beginning", token.at(0));
        mutations.put("another middle", token.at(length / 2));
        mutations.put("another end", token.at(length - 2));
        mutations.put("another case", token.inAnotherCase());
        mutations.put("without its last two characters", new Mutations(token.cut()).cut());
        mutations.put("with more at its end", token.original() + "xx");
        mutations.values().remove(token.original());
        return mutations;
    }

    private static String header(String algorithm) {
        return "{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\"}";
    }

    /** RFC 2104, section 2: the first is the same as none. */
    private static Map<String, String> keys(Probe probe) {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("an empty key", "\0");
        keys.put("the key 'secret'", "secret");
        keys.put("the key 'changeme'", "changeme");
        keys.put("the API key", probe.target().apiKey());
        keys.put("the API secret", probe.target().apiSecret());
        keys.put("a key of the suite's", "the suite's own key, which no server has");
        return keys;
    }

    private static String withClaims(String token, Jwt jwt) {
        String claims = jwt.claims().toString().replaceFirst("\\{", "{\"another\":1,");
        String[] parts = Jwt.written("{}", claims, jwt.signature()).split("\\.");
        return token.substring(0, token.indexOf('.')) + "." + parts[1] + "." + jwt.signature();
    }

    /** Not at the end: the last character may have bits that mean nothing. */
    private static String changed(Probe probe, String signature) {
        if (signature.length() < 2) {
            return "AAAA";
        }
        int place = probe.place(signature.length() - 1);
        char other = signature.charAt(place) == 'A' ? 'B' : 'A';
        return signature.substring(0, place) + other + signature.substring(place + 1);
    }
}
