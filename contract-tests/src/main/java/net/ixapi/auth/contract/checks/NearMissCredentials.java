package net.ixapi.auth.contract.checks;

import static net.ixapi.auth.contract.checks.Mutations.changed;
import static net.ixapi.auth.contract.checks.Mutations.cut;
import static net.ixapi.auth.contract.checks.Mutations.inAnotherCase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.engine.BypassAttempts;
import net.ixapi.auth.contract.engine.CheckContext;
import net.ixapi.auth.contract.engine.Expectation;
import net.ixapi.auth.contract.engine.Fixtures;
import net.ixapi.auth.contract.findings.Finding;
import net.ixapi.auth.contract.targets.ContractTarget;
import net.ixapi.auth.contract.wire.Header;
import net.ixapi.auth.contract.wire.Request;

/** Credentials that are nearly right, and those of the document's example, which everybody knows. */
final class NearMissCredentials {
    /** The requirement that the credentials of the example do not log in. */
    private static final String OF_THE_EXAMPLE = "AUTH-LOGIN-004";
    /** What locks an account counts failures in a row, and three at least. */
    private static final int MAX_FAILURES_IN_A_ROW = 2;

    private NearMissCredentials() {}

    /** Credentials that no account has, and what is special about them. */
    private record Miss(String what, String key, String secret) {}

    static void run(CheckContext context) {
        Operation operation = context.operation();
        ContractTarget target = context.target();
        ObjectNode right = Fixtures.credentials(target.apiKey(), target.apiSecret());
        BypassAttempts attempts = new BypassAttempts(context);
        Set<ObjectNode> sent = new HashSet<>(Set.of(right));
        int failures = 0;
        for (Miss miss : misses(context)) {
            ObjectNode body = Fixtures.credentials(miss.key, miss.secret);
            if (sent.add(body)) {
                attempt(context, attempts, miss, body);
                failures += miss.key.equals(target.apiKey()) ? 1 : 0;
            }
            if (failures == MAX_FAILURES_IN_A_ROW) {
                context.fixtures().requireAccount();
                failures = 0;
            }
        }
        Request wrong = context.request(Fixtures.credentials(target.apiKey(), changed(target.apiSecret(), 0))
                .toString());
        context.fixtures()
                .pair()
                .ifPresent(pair -> attempts.makeBeside(
                        "a wrong secret",
                        wrong,
                        pair,
                        new Header("X-Api-Key", target.apiKey()),
                        new Header("X-Api-Secret", target.apiSecret())));
        String basic = Base64.getEncoder()
                .encodeToString((target.apiKey() + ":" + target.apiSecret()).getBytes(StandardCharsets.UTF_8));
        attempts.make(
                "a wrong secret beside the right one in Authorization",
                wrong.withHeader("Authorization", "Basic " + basic),
                Expectation.refusal(""));
        context.fixtures().requireAccount();
        // CWE-598: whoever takes them there finds them in each log.
        Request query = Request.json(operation.method(), operation.path() + "?" + Fixtures.form(right), "{}");
        attempts.make("credentials in the query", query, context.refused(""));
        JsonNode example = operation.example();
        if (!example.isObject()) {
            context.probe().skipped().put(OF_THE_EXAMPLE, "the document has no example of a log-in");
        } else if (example.path(Fixtures.KEY).asText("").equals(target.apiKey())) {
            context.probe().skipped().put(OF_THE_EXAMPLE, "the run itself used the account of the document's example");
        } else {
            Expectation refused = context.unauthenticated("");
            attempts.make("those of the document's example", context.request(example.toString()), refused);
        }
        attempts.report("wrong credentials log in");
    }

    private static void attempt(CheckContext context, BypassAttempts attempts, Miss miss, ObjectNode body) {
        // Where the document finds their lengths wrong, it is not for this check to say so; nor may a server find NUL
        // so.
        boolean valid =
                context.probe().document().violations(context.operation(), body).isEmpty()
                        && (miss.key + miss.secret).chars().noneMatch(Character::isISOControl);
        Expectation due = context.unauthenticated("");
        String asInvalid = (miss.key.equals(context.target().apiKey()) ? Fixtures.SECRET : Fixtures.KEY)
                + Finding.REFUSED_AS_INVALID;
        Expectation expected =
                valid ? new Expectation(due.statuses(), "", asInvalid, due.source()) : context.refused("");
        attempts.make(miss.what, context.request(body.toString()), expected);
    }

    /** First those that differ in their values only, then those that differ in what a server may cut off, or find invalid. */
    private static List<Miss> misses(CheckContext context) {
        ContractTarget target = context.target();
        String key = target.apiKey();
        String secret = target.apiSecret();
        int middle = secret.length() / 2;
        int any = context.probe().place(secret.length());
        List<Miss> misses = new ArrayList<>(List.of(
                new Miss("a key with another end", changed(key, key.length() - 1), secret),
                new Miss("a secret with another end", key, changed(secret, secret.length() - 1)),
                new Miss("a secret with another beginning", key, changed(secret, 0)),
                new Miss("a secret with another middle", key, changed(secret, middle)),
                new Miss("a secret with another character " + any, key, changed(secret, any)),
                new Miss("a secret of SQL", key, sql(secret.length())),
                new Miss("a secret in another case", key, inAnotherCase(secret)),
                new Miss("a secret in another order", key, reordered(secret)),
                new Miss("a secret with other punctuation", key, punctuated(secret)),
                new Miss("a secret of wildcards (%)", key, "%".repeat(secret.length())),
                new Miss("a secret of wildcards (*)", key, "*".repeat(secret.length())),
                new Miss("a secret of wildcards (.)", key, ".".repeat(secret.length())),
                new Miss("a secret that is a pattern", key, pattern(secret.length())),
                new Miss("a key with another beginning", changed(key, 0), secret),
                new Miss("a key in another case", inAnotherCase(key), secret),
                new Miss("a key of wildcards (%)", "%".repeat(key.length()), secret),
                new Miss("a key of wildcards (*)", "*".repeat(key.length()), secret),
                new Miss("a key that is a pattern", pattern(key.length()), secret),
                new Miss("a key of SQL", sql(key.length()), secret),
                // Another text to all but those who normalize it (Unicode, form NFKC).
                new Miss("a key with a letter of full width", shifted(key, '\uff01' - '!'), secret),
                new Miss("a secret with a letter of full width", key, shifted(secret, '\uff01' - '!')),
                // The same to those who keep the last 8 bits of a character, as with ISO 8859-1.
                new Miss("a key with a letter of another alphabet", shifted(key, 1 << 8), secret),
                new Miss("a secret with a letter of another alphabet", key, shifted(secret, 1 << 8)),
                new Miss("neither right", changed(key, 0), changed(secret, 0)),
                new Miss("a secret with a space after it", key, secret + " "),
                new Miss("a secret with a line break before it", key, "\n" + secret),
                new Miss("a secret without its last character", key, cut(secret, 1)),
                new Miss("a secret with a percent-encoded character", key, encoded(secret)),
                // To a server in C it may end there.
                new Miss("a secret with a NUL in it", key, cut(secret, middle) + "\0" + secret.substring(middle + 1)),
                new Miss("a secret with a NUL after it", key, secret + "\0"),
                new Miss("a key with a space after it", key + " ", secret),
                new Miss("a key with a NUL after it", key + "\0", secret),
                new Miss("a key without its last character", cut(key, 1), secret)));
        ContractTarget.Credentials second = target.second();
        if (second != null) {
            misses.add(new Miss("the secret of another account", key, second.apiSecret()));
            misses.add(new Miss("the key of another account", second.apiKey(), secret));
        }
        return misses;
    }

    /** With its halves in each other's place: as such they stand in a report, where a secret that is backwards would be one. */
    private static String reordered(String secret) {
        int middle = secret.length() / 2;
        return secret.substring(middle) + secret.substring(0, middle);
    }

    /** In the other alphabet of Base64 (RFC 4648, section 5); the same where it has no punctuation of either. */
    private static String punctuated(String secret) {
        return secret.replace('-', '\0')
                .replace('+', '-')
                .replace('\0', '+')
                .replace('_', '\0')
                .replace('/', '_')
                .replace('\0', '/');
    }

    /** As in an address. */
    private static String encoded(String secret) {
        return "%%%02X".formatted((int) secret.charAt(0)) + secret.substring(1);
    }

    /** With a first character from so much further on in Unicode. */
    private static String shifted(String text, int by) {
        return (char) (text.charAt(0) + by) + text.substring(1);
    }

    /** Any printable characters, to those who match files as well as to those who match regular expressions. */
    private static String pattern(int length) {
        return "[ -~" + " ".repeat(Math.max(0, length - 6)) + "]*";
    }

    private static String sql(int length) {
        return ("' OR 1=1 -- " + "x".repeat(length)).substring(0, length);
    }
}
