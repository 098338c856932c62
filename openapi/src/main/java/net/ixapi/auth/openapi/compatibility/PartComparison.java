package net.ixapi.auth.openapi.compatibility;

import java.util.function.BiConsumer;
import net.ixapi.auth.openapi.document.Place;

/** Compares a part of an operation: its request body, one of its responses, or a value that is sent beside a body. */
final class PartComparison {
    private final Changes changes;
    private final Direction direction;
    private final String part;

    /**
     * Prepares a comparison.
     *
     * @param part what messages call it
     */
    PartComparison(Changes changes, Direction direction, String part) {
        this.changes = changes;
        this.direction = direction;
        this.part = part;
    }

    /** A request body or a response. */
    void compareMessage(Place was, Place is) {
        compareRequired(was, is);
        compareEach("media type", was.property("content"), is.property("content"), this::compareSchema);
        compareEach(
                "header",
                was.property("headers"),
                is.property("headers"),
                (old, now) -> new PartComparison(changes, direction, "header " + now.name() + " in the " + part)
                        .compareValue("header", old.target(), now.target()));
    }

    /** A parameter or a header. */
    void compareValue(String kind, Place was, Place is) {
        compareRequired(was, is);
        Effect written = Effect.CHANGED.ofDifference(style(was), style(is));
        report(is, written, kind + " is written in another way: style or explode changed");
        boolean mayBeEmpty = is.isTrue("allowEmptyValue");
        report(
                is,
                Effect.ofOrder(Boolean.compare(was.isTrue("allowEmptyValue"), mayBeEmpty)),
                kind + (mayBeEmpty ? " may be empty now" : " may no longer be empty"));
        boolean isDeprecated = is.isTrue("deprecated");
        Effect deprecated = Effect.HARMLESS.ofDifference(was.isTrue("deprecated"), isDeprecated);
        report(is, deprecated, turned("deprecated", isDeprecated));
        compareSchema(was, is);
    }

    /** What is there by name: the names that came and went, and what both documents have. */
    void compareEach(String kind, Place was, Place is, BiConsumer<Place, Place> comparison) {
        for (Place old : was.properties()) {
            Place now = is.property(old.name());
            if (now.exists()) {
                comparison.accept(old, now);
            } else {
                report(now, Effect.CHANGED, kind + " removed");
            }
        }
        is.properties().stream()
                .filter(now -> !was.property(now.name()).exists())
                .forEach(now -> report(now, Effect.HARMLESS, kind + " added"));
    }

    private void compareRequired(Place was, Place is) {
        boolean isRequired = is.isTrue("required");
        int tightening = Boolean.compare(isRequired, was.isTrue("required"));
        report(is, Effect.ofOrder(tightening), turned("required", isRequired));
    }

    private void compareSchema(Place was, Place is) {
        new SchemaComparison(changes, direction, part).compare(was.property("schema"), is.property("schema"));
    }

    void report(Place place, Effect effect, String what) {
        changes.add(direction, place, effect, what, part);
    }

    /** OpenAPI 3.0.3, Parameter Object, with what holds where nothing is said. */
    private static String style(Place value) {
        String in = value.text("in");
        String usual = in.equals("query") || in.equals("cookie") ? "form" : "simple";
        String style = value.property("style").exists() ? value.text("style") : usual;
        boolean explodes = value.property("explode").exists() ? value.isTrue("explode") : style.equals("form");
        return style + (explodes ? " exploded" : "");
    }

    /** How a word came to be true of something, or ceased to be. */
    static String turned(String word, boolean isNow) {
        return isNow ? "is " + word + " now" : "is no longer " + word;
    }
}
