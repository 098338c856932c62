package net.ixapi.auth.contract.checks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.engine.Expectation;
import net.ixapi.auth.contract.engine.Fixtures;
import net.ixapi.auth.contract.engine.Probe;
import net.ixapi.auth.contract.tokens.Jwt;
import net.ixapi.auth.contract.wire.Answer;

/** What must not refresh. */
final class RefreshRefusals implements Check {
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
            forgeries(pair.get()).forEach((what, token) -> ask(probe, refresh.get(), what, token));
        }
    }

    private void ask(Probe probe, Operation operation, String what, String token) {
        probe.ask(
                operation,
                Fixtures.request(operation, Fixtures.refreshToken(token)),
                Expectation.unauthenticated(operation, name(), what + " is not refused"));
    }

    private static Map<String, String> forgeries(Answer pair) {
        String refresh = pair.member("refresh_token");
        Map<String, String> forgeries = new LinkedHashMap<>();
        forgeries.put("garbage", "garbage");
        forgeries.put("three parts that are no JSON", "a.b.c");
        forgeries.put("an access token", pair.member("access_token"));
        Jwt.read(refresh).ifPresent(jwt -> forge(forgeries, jwt, refresh));
        forgeries.remove("an access token", refresh);
        return forgeries;
    }

    private static void forge(Map<String, String> forgeries, Jwt jwt, String token) {
        String header = jwt.header().toString();
        String claims = jwt.claims().toString();
        forgeries.put("an unsigned token", Jwt.written(UNSIGNED, claims, ""));
        forgeries.put("an unsigned token of the right kind", Jwt.written(header, claims, ""));
        forgeries.put("a token with another signature", jwt.signed() + "." + changed(jwt.signature()));
        forgeries.put("a token with other claims", withClaims(token, jwt));
    }

    private static String withClaims(String token, Jwt jwt) {
        String claims = jwt.claims().toString().replaceFirst("\\{", "{\"another\":1,");
        String[] parts = Jwt.written("{}", claims, jwt.signature()).split("\\.");
        return token.substring(0, token.indexOf('.')) + "." + parts[1] + "." + jwt.signature();
    }

    /** In the middle: the last character may have bits that mean nothing. */
    private static String changed(String signature) {
        int middle = signature.length() / 2;
        if (signature.isEmpty()) {
            return "AAAA";
        }
        char other = signature.charAt(middle) == 'A' ? 'B' : 'A';
        return signature.substring(0, middle) + other + signature.substring(middle + 1);
    }
}
