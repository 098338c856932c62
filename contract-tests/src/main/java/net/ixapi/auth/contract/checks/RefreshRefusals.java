package net.ixapi.auth.contract.checks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.engine.Expectation;
import net.ixapi.auth.contract.engine.Fixtures;
import net.ixapi.auth.contract.engine.Probe;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.tokens.GuessableKeys;
import net.ixapi.auth.contract.tokens.Jwt;
import net.ixapi.auth.contract.wire.Answer;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Request;

/** What must not refresh. */
final class RefreshRefusals implements Check {
    private static final Map<String, String> GARBAGE =
            Map.of("garbage", "garbage", "an empty token", "", "three parts that are no JSON", "a.b.c");
    private static final String ANOTHER_KEY = "the suite's own key, which no server has";
    private static final String UNSIGNED = "{\"alg\":\"none\",\"typ\":\"JWT\"}";

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
        Optional<Answer> pair = probe.fixtures().pair();
        if (refresh.isPresent() && pair.isPresent()) {
            GARBAGE.forEach((what, token) -> garbage(probe, refresh.get(), what, token));
            forgeries(probe, pair.get()).forEach((what, token) -> ask(probe, refresh.get(), what, token));
        }
    }

    private Exchange ask(Probe probe, Operation operation, String what, String token) {
        return probe.judged(
                operation,
                Fixtures.request(operation, Fixtures.refreshToken(token)),
                Expectation.unauthenticated(operation, name(), what + " is not refused"));
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

    private static Map<String, String> forgeries(Probe probe, Answer pair) {
        String refresh = pair.member("refresh_token");
        Map<String, String> forgeries = new LinkedHashMap<>();
        forgeries.put("an access token", pair.member("access_token"));
        Jwt.read(refresh).ifPresent(jwt -> forge(probe, forgeries, jwt, refresh));
        forgeries.values().remove(refresh);
        return forgeries;
    }

    private static void forge(Probe probe, Map<String, String> forgeries, Jwt jwt, String token) {
        String header = jwt.header().toString();
        String claims = jwt.claims().toString();
        forgeries.put("an unsigned token", Jwt.written(UNSIGNED, claims, ""));
        forgeries.put("an unsigned token (nOnE)", Jwt.written(UNSIGNED.replace("none", "nOnE"), claims, ""));
        forgeries.put("an unsigned token with a signature", Jwt.written(UNSIGNED, claims, jwt.signature()));
        forgeries.put("an unsigned token of the right kind", Jwt.written(header, claims, ""));
        forgeries.put("a token with another signature", jwt.signed() + "." + changed(probe, jwt.signature()));
        forgeries.put("a token that is signed with another key", GuessableKeys.signed(claims, ANOTHER_KEY));
        forgeries.put("a token with other claims", withClaims(token, jwt));
        forgeries.put("a token that is cut short", token.substring(0, token.length() * 3 / 4));
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
