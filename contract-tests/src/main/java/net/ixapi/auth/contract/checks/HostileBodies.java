package net.ixapi.auth.contract.checks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import net.ixapi.auth.contract.document.Property;
import net.ixapi.auth.contract.engine.BypassAttempts;
import net.ixapi.auth.contract.engine.CheckContext;
import net.ixapi.auth.contract.engine.Expectation;
import net.ixapi.auth.contract.engine.Fixtures;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Request;

/**
 * Bodies of which the document says nothing. A server may refuse them as it likes, but must not fall over.
 *
 * @param context what the check works with
 */
record HostileBodies(CheckContext context) {
    private static final int DEEP = 1_000;
    /** More than most servers take. */
    private static final int HUGE = 1_500_000;
    /** Less than most servers take, and more than the 64 KiB that some have room for. */
    private static final int LARGE = 200_000;
    /** What stands in the place of a value. */
    private static final Map<String, String> VALUES = Mutations.named(
            "a value of 20,000 characters", "\"" + "x".repeat(20_000) + "\"",
            "a NUL character", "\"\\u0000\"",
            "quotes and backslashes", "\"' OR '1'='1' -- \\\" \\\\ ;\"");
    /** What a parser meets before anybody knows which property it is in. */
    private static final Map<String, String> VALUES_OF_ANY = Mutations.named(
            "invalid UTF-8", "\"\u00ff\"",
            "a number beyond all types", "1e999999999",
            "a property that stands twice", "1,\"$\":2");

    void run() {
        context.good().ifPresent(good -> {
            Expectation refused = context.refused("no body");
            context.judged(context.request(""), refused);
            context.judged(context.request(" \n"), refused);
            List<String> names = context.operation().properties().stream()
                    .filter(property -> property.path().size() == 1)
                    .map(Property::name)
                    .toList();
            // What refuses a body for its length does not look at its operation.
            int length = context.operation().has(Fixtures.REFRESH_TOKEN) ? LARGE : HUGE;
            Map<String, String> huge = Map.of("a huge body", "\"" + "x".repeat(length) + "\"");
            names.stream().findFirst().ifPresent(first -> {
                values(first, good, huge);
                values(first, good, VALUES_OF_ANY);
                judge(first, "half a surrogate pair", halfASurrogatePair(names, good));
            });
            names.forEach(name -> values(name, good, VALUES));
            deep(good);
        });
        lenient(good -> good + good, "what follows the JSON is not looked at");
        lenient(good -> good.replaceAll("}$", ",}"), "a comma that nothing follows is taken");
    }

    /** RFC 8259, section 9, allows a parser to take more than JSON, but no two of them take the same. */
    private void lenient(UnaryOperator<String> change, String cause) {
        context.good().ifPresent(good -> {
            Request request = context.request(change.apply(good.toString()));
            Exchange exchange = context.judged(request, context.documented(cause));
            if (BypassAttempts.letsIn(exchange)) {
                context.report(cause, "a 4xx", exchange);
            }
        });
    }

    /** Unknown properties are taken, so that their depth is no reason to fall over. Any response but a fault will do. */
    private void deep(ObjectNode good) {
        String nested = "[".repeat(DEEP) + "]".repeat(DEEP);
        String body = good.toString().replaceFirst("\\{", "{\"unknown\":" + nested + ",");
        String cause = "an unknown property " + DEEP + " levels deep";
        context.judged(context.request(body), context.documented(cause));
        // RFC 8259, section 8.1: a parser may ignore it.
        context.judged(context.request("\ufeff" + good), context.documented("a byte order mark"));
    }

    /** With all else right: what is found wrong elsewhere never comes to where it could do harm. */
    private void values(String property, ObjectNode good, Map<String, String> values) {
        String marked = context.fixtures()
                .ofNoAccount(good, property)
                .deepCopy()
                .put(property, "\u0001")
                .toString();
        values.forEach((what, value) -> {
            // All of it is ASCII, but for what is meant to be no UTF-8.
            byte[] body =
                    marked.replace("\"\\u0001\"", value.replace("$", property)).getBytes(StandardCharsets.ISO_8859_1);
            judge(property, what, context.request("").withBody(body));
        });
    }

    /** At the end of values of the right length: of shorter ones, servers see no more than that. */
    private Request halfASurrogatePair(List<String> names, ObjectNode good) {
        ObjectNode marked = good.deepCopy();
        for (String name : names) {
            // With another beginning, too: to some, the end does not count.
            marked.put(name, good.path(name).asText().replaceFirst("(?s)\\A.(.*).\\z", "0$1\u0001"));
        }
        return context.request(marked.toString().replace("\\u0001", "\\ud83d"));
    }

    private void judge(String property, String what, Request request) {
        Expectation refused = Expectation.refusal(what + " is not refused");
        Exchange exchange = context.confirmed(() -> request, refused);
        // What says who is asking must be right; a property that only the document knows may have any text.
        boolean credential =
                List.of(Fixtures.KEY, Fixtures.SECRET, Fixtures.REFRESH_TOKEN).contains(property);
        if (credential || exchange.success().isEmpty()) {
            context.judge(exchange, refused);
        }
    }
}
