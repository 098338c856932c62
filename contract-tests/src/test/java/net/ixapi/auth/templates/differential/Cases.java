package net.ixapi.auth.templates.differential;

import static net.ixapi.auth.templates.differential.Samples.JSON;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.ixapi.auth.openapi.document.Place;
import org.jspecify.annotations.Nullable;

/**
 * Derives from a shape how a value may be changed at each place: for each constraint values on both sides of it. Not safe for use
 * by several threads at once.
 */
final class Cases {
    /** Does what a case says to the value at a place, and gives the whole back. */
    interface Change {
        @Nullable JsonNode to(@Nullable JsonNode value);
    }

    private final List<Case> cases = new ArrayList<>();
    private final List<String> without = new ArrayList<>();
    private final boolean asText;

    private Cases(boolean asText) {
        this.asText = asText;
    }

    /** The cases of a value. In a parameter all is text, so that no value is of a wrong type for a string. */
    static Cases of(Shape shape, JsonNode good, String name, boolean isParameter) {
        Cases cases = new Cases(isParameter);
        cases.walk(shape, good, name, value -> value, Set.of());
        return cases;
    }

    List<Case> list() {
        return cases;
    }

    /** The constraints that no case was found for. */
    List<String> without() {
        return without;
    }

    private void walk(Shape shape, JsonNode good, String name, Change change, Set<String> around) {
        Set<String> inside = new LinkedHashSet<>(around);
        if (!inside.add(shape.id())) {
            return;
        }
        types(shape, name, change);
        values(shape, good, name, change);
        if (shape.has("discriminator")) {
            kinds(shape, name, change, inside);
            return;
        }
        switch (shape.type()) {
            case "integer", "number" ->
                ScalarCases.numbers(shape, good, (what, valid, value) -> add(what, name, valid, change, value));
            case "array" -> array(shape, good, name, change, inside);
            case "object" -> object(shape, good, name, change, inside);
            default -> lengths(shape, name, change);
        }
    }

    private void add(String what, String name, boolean valid, Change change, @Nullable JsonNode value) {
        cases.add(new Case(label(name) + " " + what, valid ? null : label(name), change.to(value)));
    }

    private static String label(String name) {
        return name.isEmpty() ? "body" : name;
    }

    private void types(Shape shape, String name, Change change) {
        String type = shape.type();
        if (!type.isEmpty() && !(asText && (type.equals("string") || type.equals("array")))) {
            JsonNode wrong = type.equals("string") ? JSON.numberNode(5) : JSON.textNode("x");
            add("of a wrong type", name, false, change, wrong);
        }
        if (!asText && !type.isEmpty()) {
            add("null", name, shape.isNullable(), change, JSON.nullNode());
        }
    }

    private void values(Shape shape, JsonNode good, String name, Change change) {
        List<JsonNode> listed = shape.all("enum")
                .flatMap(list -> list.items().stream())
                .map(Place::json)
                .filter(value -> !(asText && value.isNull()))
                .toList();
        listed.forEach(value -> add("a listed value", name, true, change, value));
        if (!listed.isEmpty()) {
            add("not listed", name, false, change, good.isNumber() ? JSON.numberNode(987654) : JSON.textNode("none"));
        }
        JsonNode wrong = ScalarCases.WRONG_FORMATS.get(shape.text("format"));
        if (wrong != null && listed.isEmpty()) {
            add("of another format", name, false, change, wrong);
        }
        shape.all("pattern")
                .forEach(pattern -> Stream.of("\u0001", "x", "0", "", "-", "zzzzzzzzz")
                        .filter(text -> !(asText && text.startsWith("\u0001")))
                        .filter(text ->
                                !Pattern.compile(pattern.text()).matcher(text).find())
                        .findFirst()
                        .ifPresentOrElse(
                                text -> add("against its pattern", name, false, change, JSON.textNode(text)),
                                () -> without.add(label(name) + " pattern")));
    }

    private void lengths(Shape shape, String name, Change change) {
        boolean isFree = !shape.has("pattern") && !shape.has("format") && !shape.has("enum");
        int min = shape.count("minLength", -1);
        int max = shape.count("maxLength", -1);
        if (min > 0) {
            add("too short", name, false, change, JSON.textNode("k".repeat(min - 1)));
        }
        if (max >= 0) {
            add("too long", name, false, change, JSON.textNode("k".repeat(max + 1)));
        }
        if (isFree && max >= 0) {
            add("as long as it may be", name, true, change, JSON.textNode("k".repeat(max)));
        }
        if (isFree && min >= 0 && (min > 0 || !asText)) {
            add(
                    "as short as it may be",
                    name,
                    true,
                    change,
                    JSON.textNode("\u00e9".repeat(asText ? 0 : min) + (asText ? "k".repeat(min) : "")));
        }
    }

    private void array(Shape shape, JsonNode good, String name, Change change, Set<String> inside) {
        int min = shape.count("minItems", 0);
        int max = shape.count("maxItems", -1);
        if (min > 0 && !(asText && min == 1)) {
            add("with too few items", name, false, change, Samples.array(shape, true, 0, min - 1));
        }
        if (max >= 0) {
            add("with too many items", name, false, change, Samples.array(shape, true, 0, max + 1));
            if (!(asText && max == 0)) {
                add("with all its items", name, true, change, Samples.array(shape, true, 0, max));
            }
        }
        if (good.isEmpty()) {
            return;
        }
        if (shape.isTrue("uniqueItems") && max != 1) {
            add("with an item twice", name, false, change, ((ArrayNode) good.deepCopy()).add(good.get(0)));
        }
        shape.items()
                .ifPresent(item -> walk(
                        item,
                        good.get(0),
                        name + "[0]",
                        value -> {
                            // Alone, where it could be the same as another.
                            ArrayNode changed = shape.isTrue("uniqueItems") && min < 2
                                    ? JSON.arrayNode().add(good.get(0))
                                    : (ArrayNode) good.deepCopy();
                            changed.set(0, value);
                            return change.to(changed);
                        },
                        inside));
    }

    private void object(Shape shape, JsonNode good, String name, Change change, Set<String> inside) {
        Set<String> required = shape.required();
        good.fieldNames().forEachRemaining(property -> {
            boolean keepsSize = good.size() > shape.count("minProperties", 0);
            boolean valid = !required.contains(property) && keepsSize;
            ObjectNode changed = (ObjectNode) good.deepCopy();
            changed.remove(property);
            String place = required.contains(property) ? inner(name, property) : name;
            cases.add(new Case(inner(name, property) + " left out", valid ? null : label(place), change.to(changed)));
        });
        if (shape.isClosed()) {
            cases.add(new Case(
                    label(name) + " with an unknown property",
                    inner(name, "unknown0"),
                    change.to(with(good, "unknown0", JSON.textNode("x")))));
        }
        shape.bound("maxProperties").ifPresent(max -> {
            ObjectNode changed = (ObjectNode) good.deepCopy();
            for (int i = changed.size(); i <= max.intValue(); i++) {
                changed.set(
                        "more" + i,
                        good.isEmpty() ? JSON.textNode("x") : good.iterator().next());
            }
            add("with too many properties", name, false, change, changed);
        });
        Map<String, Shape> properties = shape.properties();
        good.fieldNames().forEachRemaining(property -> {
            Shape inner = properties.containsKey(property)
                    ? properties.get(property)
                    : shape.additional().orElse(null);
            if (inner != null && !property.equals(shape.discriminator())) {
                walk(
                        inner,
                        good.get(property),
                        inner(name, property),
                        value -> change.to(with(good, property, value)),
                        inside);
            }
        });
    }

    private static ObjectNode with(JsonNode good, String property, @Nullable JsonNode value) {
        ObjectNode changed = (ObjectNode) good.deepCopy();
        changed.set(property, value);
        return changed;
    }

    private static String inner(String name, String property) {
        return name.isEmpty() ? property : name + "." + property;
    }

    private void kinds(Shape shape, String name, Change change, Set<String> inside) {
        Map<String, Shape> kinds = shape.kinds();
        kinds.forEach((kind, chosen) -> {
            JsonNode good = Samples.ofKind(shape, kind, chosen, true, 0);
            add("of the kind " + kind, name, true, change, good);
            Shape innermost = chosen.kinds().getOrDefault(kind, chosen);
            if (!inside.contains(innermost.id())) {
                object(innermost, good, name, change, inside);
            }
        });
        if (!kinds.isEmpty()) {
            JsonNode good = Samples.of(shape, true);
            String place = inner(name, shape.discriminator());
            cases.add(new Case(
                    label(name) + " of an unknown kind",
                    place,
                    change.to(with(good, shape.discriminator(), JSON.textNode("none")))));
        }
    }
}
