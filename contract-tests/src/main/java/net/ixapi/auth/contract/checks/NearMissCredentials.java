package net.ixapi.auth.contract.checks;

import static net.ixapi.auth.contract.checks.Mutations.changed;
import static net.ixapi.auth.contract.checks.Mutations.cut;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.engine.BypassAttempts;
import net.ixapi.auth.contract.engine.CheckContext;
import net.ixapi.auth.contract.engine.Expectation;
import net.ixapi.auth.contract.engine.Fixtures;
import net.ixapi.auth.contract.findings.Finding;
import net.ixapi.auth.contract.targets.ContractTarget;
import net.ixapi.auth.contract.wire.Header;
import net.ixapi.auth.contract.wire.Request;

/**
 * Credentials that are nearly right, and those of the document's example, which everybody knows.
 *
 * @param context what the check works with
 */
record NearMissCredentials(CheckContext context) {
    /** The requirement that the credentials of the example do not log in. */
    private static final String OF_THE_EXAMPLE = "AUTH-LOGIN-004";
    /** What locks an account counts failures in a row, and three at least. */
    private static final int MAX_FAILURES_IN_A_ROW = 2;

    /** First those that differ in their values only, then those that differ in what a server may cut off, or find invalid. */
    private static final List<Change> CHANGES = List.of(
            new Change("with another end", true, text -> changed(text, text.length() - 1)),
            new Change("with another beginning", true, text -> changed(text, 0)),
            new Change("with another middle", false, text -> changed(text, text.length() / 2)),
            new Change(
                    "of SQL", true, text -> ("' OR 1=1 -- " + "x".repeat(text.length())).substring(0, text.length())),
            new Change("in another case", true, Mutations::inAnotherCase),
            new Change("in another order", false, NearMissCredentials::reordered),
            new Change("with other punctuation", false, NearMissCredentials::punctuated),
            new Change("of wildcards (%)", true, text -> "%".repeat(text.length())),
            new Change("of wildcards (*)", true, text -> "*".repeat(text.length())),
            new Change("of wildcards (.)", false, text -> ".".repeat(text.length())),
            // Any printable characters, to those who match files as well as to those who match regular expressions.
            new Change("that is a pattern", true, text -> "[ -~" + " ".repeat(Math.max(0, text.length() - 6)) + "]*"),
            // Another text to all but those who normalize it (Unicode, form NFKC).
            new Change("with a letter of full width", true, text -> shifted(text, '\uff01' - '!')),
            // The same to those who keep the last 8 bits of a character, as with ISO 8859-1.
            new Change("with a letter of another alphabet", true, text -> shifted(text, 1 << 8)),
            new Change("with a space after it", true, text -> text + " "),
            new Change("with a line break before it", false, text -> "\n" + text),
            new Change("without its last character", true, text -> cut(text, 1)),
            // As in an address.
            new Change(
                    "with a percent-encoded character",
                    false,
                    text -> "%%%02X".formatted((int) text.charAt(0)) + text.substring(1)),
            // To a server in C it may end there.
            new Change(
                    "with a NUL in it",
                    false,
                    text -> text.substring(0, text.length() / 2) + "\0" + text.substring(text.length() / 2 + 1)),
            new Change("with a NUL after it", true, text -> text + "\0"));

    /** Makes of a secret, and perhaps of a key, one that is nearly right. */
    private record Change(String what, boolean ofKeys, UnaryOperator<String> of) {}

    /** Credentials that no account has, and what is special about them. */
    private record Miss(String what, String key, String secret) {}

    void run() {
        Operation operation = context.operation();
        ContractTarget target = context.target();
        ObjectNode right = Fixtures.credentials(target.apiKey(), target.apiSecret());
        BypassAttempts attempts = new BypassAttempts(context);
        Set<ObjectNode> sent = new HashSet<>(Set.of(right));
        int failures = 0;
        for (Miss miss : misses()) {
            ObjectNode body = Fixtures.credentials(miss.key, miss.secret);
            if (sent.add(body)) {
                attempt(attempts, miss, body);
                failures += miss.key.equals(target.apiKey()) ? 1 : 0;
            }
            if (failures == MAX_FAILURES_IN_A_ROW) {
                context.fixtures().requireAccount();
                failures = 0;
            }
        }
        Request wrong = LogIn.wrongSecret(context);
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

    private void attempt(BypassAttempts attempts, Miss miss, ObjectNode body) {
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

    private List<Miss> misses() {
        ContractTarget target = context.target();
        String key = target.apiKey();
        String secret = target.apiSecret();
        int any = context.probe().place(secret.length());
        List<Miss> misses = new ArrayList<>();
        for (Change change : CHANGES) {
            misses.add(new Miss("a secret " + change.what, key, change.of.apply(secret)));
            if (change.ofKeys) {
                misses.add(new Miss("a key " + change.what, change.of.apply(key), secret));
            }
        }
        misses.add(new Miss("a secret with another character " + any, key, changed(secret, any)));
        // Another text to all but whoever compares by a collation that ignores accents; with letters that have one.
        String accent = key.replaceFirst("(?i)[acegiklmnoprsuwyz]", "$0\u0301");
        misses.add(new Miss("a key with an accent", Normalizer.normalize(accent, Normalizer.Form.NFC), secret));
        // No key twice in a run: some servers count the failures of a key that nobody has, too.
        misses.add(new Miss("neither right", changed(key, key.length() / 2), changed(secret, 0)));
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

    /** With a first character from so much further on in Unicode. */
    private static String shifted(String text, int by) {
        return (char) (text.charAt(0) + by) + text.substring(1);
    }
}
