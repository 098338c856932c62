package net.ixapi.auth.contract.checks;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.engine.BypassAttempts;
import net.ixapi.auth.contract.engine.Expectation;
import net.ixapi.auth.contract.engine.Fixtures;
import net.ixapi.auth.contract.engine.Probe;
import net.ixapi.auth.contract.wire.Request;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Credentials that are nearly right, and those of the document's example, which everybody knows. */
final class NearMissCredentials implements Check {
    @Override
    public String name() {
        return "credentials";
    }

    @Override
    public String title() {
        return "credentials that are nearly right, or known to everybody, are refused";
    }

    @Override
    public void run(Probe probe) {
        probe.fixtures().logIn().ifPresent(operation -> {
            BypassAttempts attempts = new BypassAttempts(probe, operation, name());
            misses(probe).forEach((what, body) -> {
                attempts.make(what, Fixtures.request(operation, body));
                // A log-in in between: what locks an account counts failures in a row.
                probe.fixtures().requireAccount();
            });
            // That their length is wrong is not for this check to say.
            Expectation refused =
                    new Expectation(operation.clientErrors(), name(), "", "openapi.yaml#" + operation.pointer());
            paddings(probe).forEach((what, body) -> {
                attempts.make(what, Fixtures.request(operation, body), refused);
                probe.fixtures().requireAccount();
            });
            attempts.make("credentials in the query", inTheQuery(probe, operation), refused);
            attempts.report("wrong credentials log in");
            example(probe, operation);
        });
    }

    /** CWE-598: whoever takes them there finds them in each log. */
    private static Request inTheQuery(Probe probe, Operation operation) {
        String query = "?api_key=" + encoded(probe.target().apiKey()) + "&api_secret="
                + encoded(probe.target().apiSecret());
        return Request.json(operation.method(), operation.path() + query, "{}");
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private void example(Probe probe, Operation operation) {
        JsonNode example = operation.example();
        if (example.isObject()
                && !example.path("api_key").asString("").equals(probe.target().apiKey())) {
            BypassAttempts attempts = new BypassAttempts(probe, operation, name());
            attempts.make("those of the document's example", Fixtures.request(operation, example));
            attempts.report("credentials that everybody knows log in");
        }
    }

    /** All keep to the lengths of the document, so that only the values are wrong. */
    private static Map<String, ObjectNode> misses(Probe probe) {
        Mutations keys = new Mutations(probe.target().apiKey());
        Mutations secrets = new Mutations(probe.target().apiSecret());
        String key = keys.original();
        String secret = secrets.original();
        Map<String, ObjectNode> misses = new LinkedHashMap<>();
        misses.put("a key with another end", Fixtures.credentials(keys.at(key.length() - 1), secret));
        misses.put("a secret with another end", Fixtures.credentials(key, secrets.at(secret.length() - 1)));
        misses.put("a secret with another beginning", Fixtures.credentials(key, secrets.at(0)));
        misses.put("a secret with another middle", Fixtures.credentials(key, secrets.at(secret.length() / 2)));
        int any = probe.place(secret.length());
        misses.put("a secret with another character " + any, Fixtures.credentials(key, secrets.at(any)));
        misses.put("a secret of SQL", Fixtures.credentials(key, sql(secret.length())));
        misses.put("a secret in another case", Fixtures.credentials(key, secrets.inAnotherCase()));
        misses.put("a key with another beginning", Fixtures.credentials(keys.at(0), secret));
        misses.put("a key in another case", Fixtures.credentials(keys.inAnotherCase(), secret));
        misses.put("a key of wildcards (%)", Fixtures.credentials("%".repeat(key.length()), secret));
        misses.put("a key of wildcards (*)", Fixtures.credentials("*".repeat(key.length()), secret));
        misses.put("a key of SQL", Fixtures.credentials(sql(key.length()), secret));
        misses.put("neither right", Fixtures.credentials(keys.at(0), secrets.at(0)));
        misses.values().removeIf(Fixtures.credentials(key, secret)::equals);
        return misses;
    }

    /** They differ in what a server may cut off, or find invalid. */
    private static Map<String, ObjectNode> paddings(Probe probe) {
        String key = probe.target().apiKey();
        String secret = probe.target().apiSecret();
        Map<String, ObjectNode> paddings = new LinkedHashMap<>();
        paddings.put("a secret with a space after it", Fixtures.credentials(key, secret + " "));
        paddings.put("a secret with a line break before it", Fixtures.credentials(key, "\n" + secret));
        Mutations secrets = new Mutations(secret);
        paddings.put("a secret without its last character", Fixtures.credentials(key, secrets.cut()));
        paddings.put("a secret with a NUL in it", Fixtures.credentials(key, secrets.withNul()));
        paddings.put("a key with a space after it", Fixtures.credentials(key + " ", secret));
        String shortKey = new Mutations(key).cut();
        paddings.put("a key without its last character", Fixtures.credentials(shortKey, secret));
        return paddings;
    }

    private static String sql(int length) {
        return ("' OR '1'='1' -- " + " ".repeat(length)).substring(0, length);
    }
}
