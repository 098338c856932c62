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
import net.ixapi.auth.contract.targets.ContractTarget;
import net.ixapi.auth.contract.wire.Request;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Credentials that are nearly right, and those of the document's example, which everybody knows. */
final class NearMissCredentials {
    static final String NAME = "credentials";

    private NearMissCredentials() {}

    static void run(Probe probe) {
        probe.fixtures().logIn().ifPresent(operation -> {
            BypassAttempts attempts = new BypassAttempts(probe, operation, NAME);
            Expectation unauthenticated = Expectation.unauthenticated(operation, NAME, "");
            // That their length is wrong is not for this check to say.
            Expectation refused =
                    new Expectation(operation.clientErrors(), NAME, "", "openapi.yaml#" + operation.pointer());
            others(probe, operation, attempts, unauthenticated);
            misses(probe).forEach((what, body) -> attempt(probe, operation, attempts, what, body, unauthenticated));
            paddings(probe).forEach((what, body) -> attempt(probe, operation, attempts, what, body, refused));
            attempts.make("credentials in the query", inTheQuery(probe, operation), refused);
            attempts.report("wrong credentials log in");
            example(probe, operation);
        });
    }

    /** A log-in follows: what locks an account counts failures in a row. */
    private static void attempt(
            Probe probe,
            Operation operation,
            BypassAttempts attempts,
            String what,
            ObjectNode body,
            Expectation refused) {
        attempts.make(what, Fixtures.request(operation, body), refused);
        if (body.path(Fixtures.KEY).asString().equals(probe.target().apiKey())) {
            probe.fixtures().requireAccount();
        }
    }

    /** Two accounts that are right each, but not with the secret of the other. */
    private static void others(Probe probe, Operation operation, BypassAttempts attempts, Expectation unauthenticated) {
        ContractTarget.Credentials second = probe.target().second();
        if (second != null) {
            ContractTarget first = probe.target();
            ObjectNode ofSecond = Fixtures.credentials(first.apiKey(), second.apiSecret());
            attempt(probe, operation, attempts, "the secret of another account", ofSecond, unauthenticated);
            ObjectNode ofFirst = Fixtures.credentials(second.apiKey(), first.apiSecret());
            attempt(probe, operation, attempts, "the key of another account", ofFirst, unauthenticated);
        }
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

    private static void example(Probe probe, Operation operation) {
        JsonNode example = operation.example();
        if (example.isObject()
                && !example.path(Fixtures.KEY)
                        .asString("")
                        .equals(probe.target().apiKey())) {
            BypassAttempts attempts = new BypassAttempts(probe, operation, NAME);
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
        int any = probe.place(secret.length());
        Map<String, ObjectNode> misses = new LinkedHashMap<>();
        secrets(
                misses,
                key,
                Mutations.named(
                        "with another end",
                        secrets.at(secret.length() - 1),
                        "with another beginning",
                        secrets.at(0),
                        "with another middle",
                        secrets.at(secret.length() / 2),
                        "with another character " + any,
                        secrets.at(any),
                        "of SQL",
                        sql(secret.length()),
                        "in another case",
                        secrets.inAnotherCase()));
        keys(
                misses,
                secret,
                Mutations.named(
                        "with another end", keys.at(key.length() - 1),
                        "with another beginning", keys.at(0),
                        "in another case", keys.inAnotherCase(),
                        "of wildcards (%)", "%".repeat(key.length()),
                        "of wildcards (*)", "*".repeat(key.length()),
                        "of SQL", sql(key.length())));
        misses.put("neither right", Fixtures.credentials(keys.at(0), secrets.at(0)));
        misses.values().removeIf(Fixtures.credentials(key, secret)::equals);
        return misses;
    }

    /** They differ in what a server may cut off, or find invalid. */
    private static Map<String, ObjectNode> paddings(Probe probe) {
        Mutations keys = new Mutations(probe.target().apiKey());
        Mutations secrets = new Mutations(probe.target().apiSecret());
        Map<String, ObjectNode> paddings = new LinkedHashMap<>();
        secrets(
                paddings,
                keys.original(),
                Mutations.named(
                        "with a space after it",
                        secrets.original() + " ",
                        "with a line break before it",
                        "\n" + secrets.original(),
                        "without its last character",
                        secrets.cut(),
                        "with a NUL in it",
                        secrets.withNul()));
        keys(
                paddings,
                secrets.original(),
                Mutations.named(
                        "with a space after it", keys.original() + " ", "without its last character", keys.cut()));
        return paddings;
    }

    private static void secrets(Map<String, ObjectNode> all, String key, Map<String, String> secrets) {
        secrets.forEach((what, secret) -> all.put("a secret " + what, Fixtures.credentials(key, secret)));
    }

    private static void keys(Map<String, ObjectNode> all, String secret, Map<String, String> keys) {
        keys.forEach((what, key) -> all.put("a key " + what, Fixtures.credentials(key, secret)));
    }

    private static String sql(int length) {
        return ("' OR '1'='1' -- " + " ".repeat(length)).substring(0, length);
    }
}
