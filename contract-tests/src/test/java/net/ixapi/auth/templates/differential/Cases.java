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
import java.util.stream.Stream;
import net.ixapi.auth.templates.differential.ScalarCases.Adder;
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
    private final Coverage coverage = new Coverage();
    private final Shape root;
    private final String in;
    private final boolean asText;

    /** How many classes are around: what is an argument of a method itself has no annotations. */
    private int classes;

    /** Whether an item of a list or a value of a map is walked. */
    private boolean isElement;

    private Cases(Shape root, String in) {
        this.root = root;
        this.in = in;
        this.asText = !in.isEmpty();
    }

    /**
     * The cases of a value.
     *
     * @param in where a parameter stands, in which all is text, so that no value is of a wrong type for a string; empty for a body
     */
    static Cases of(Shape shape, JsonNode good, String name, String in) {
        Cases cases = new Cases(shape, in);
        cases.walk(shape, good, name, value -> value, Set.of());
        return cases;
    }

    List<Case> list() {
        return cases;
    }

    /** The constraints that no case was found for, by their JSON pointers. */
    List<String> without() {
        return coverage.missing(root);
    }

    /** Why no request can break others. */
    List<String> reasons() {
        return coverage.reasons(root);
    }

    private void walk(Shape shape, JsonNode good, String name, Change change, Set<String> around) {
        Set<String> inside = new LinkedHashSet<>(around);
        if (!inside.add(shape.id())) {
            return;
        }
        Adder here = adder(shape, name, change);
        ScalarCases.types(shape, asText, here);
        ScalarCases.values(shape, good, asText, here);
        if (shape.has("discriminator")) {
            kinds(shape, name, change, inside);
            return;
        }
        switch (shape.type()) {
            case "integer", "number" -> ScalarCases.numbers(shape, good, here);
            case "array" -> array(shape, good, name, change, inside);
            case "object" -> object(shape, good, name, change, inside);
            default -> ScalarCases.lengths(shape, asText, here);
        }
    }

    private Adder adder(Shape shape, String name, Change change) {
        return new Adder() {
            @Override
            public void add(String keyword, String what, boolean valid, @Nullable JsonNode value) {
                if (in.equals("path") && value != null && value.asText("x").isEmpty()) {
                    cannotBreak(keyword, "an empty part of a path is another path");
                    return;
                }
                cases.add(new Case(
                        label(name) + " " + what,
                        saying(keyword, shape),
                        valid ? null : label(name),
                        change.to(value)));
                if (!valid) {
                    coverage.breaks(shape.all(keyword));
                }
            }

            @Override
            public void cannotBreak(String keyword, String reason) {
                coverage.cannotBreak(shape.all(keyword), reason);
            }
        };
    }

    private String saying(String keyword, Shape shape) {
        // A property that is null is one that is not there.
        boolean canSay = keyword.equals("nullable") ? isElement : Annotations.canSay(keyword, shape);
        return classes > 0 && canSay ? keyword : "";
    }

    private void walkInner(
            boolean inElement, Shape shape, JsonNode good, String name, Change change, Set<String> around) {
        boolean outside = isElement;
        isElement = inElement;
        walk(shape, good, name, change, around);
        isElement = outside;
    }

    private static String label(String name) {
        return name.isEmpty() ? "body" : name;
    }

    private void array(Shape shape, JsonNode good, String name, Change change, Set<String> inside) {
        Adder here = adder(shape, name, change);
        SizeCases.items(shape, asText, here);
        if (good.isEmpty()) {
            return;
        }
        SizeCases.unique(shape, good, here);
        shape.items()
                .ifPresent(item -> walkInner(
                        true,
                        item,
                        good.get(0),
                        name + "[0]",
                        value -> {
                            // Alone, where it could be the same as another.
                            ArrayNode changed = shape.isTrue("uniqueItems") && shape.count("minItems", 0) < 2
                                    ? JSON.arrayNode().add(good.get(0))
                                    : (ArrayNode) good.deepCopy();
                            changed.set(0, value);
                            return change.to(changed);
                        },
                        inside));
    }

    private void object(Shape shape, JsonNode good, String name, Change change, Set<String> inside) {
        boolean isClass = !shape.properties().isEmpty();
        classes += isClass ? 1 : 0;
        leftOut(shape, good, name, change);
        if (shape.isClosed()) {
            JsonNode changed = change.to(with(good, "unknown0", JSON.textNode("x")));
            String place = inner(name, "unknown0");
            cases.add(new Case(place + " is unknown", "", place, changed));
            coverage.breaks(shape.all("additionalProperties"));
        }
        SizeCases.properties(shape, good, adder(shape, name, change));
        Map<String, Shape> properties = shape.properties();
        good.fieldNames().forEachRemaining(property -> {
            Shape inner = properties.containsKey(property)
                    ? properties.get(property)
                    : shape.additional().orElse(null);
            if (inner != null && !property.equals(shape.discriminator())) {
                walkInner(
                        !properties.containsKey(property),
                        inner,
                        good.get(property),
                        inner(name, property),
                        value -> change.to(with(good, property, value)),
                        inside);
            }
        });
        classes -= isClass ? 1 : 0;
    }

    private void leftOut(Shape shape, JsonNode good, String name, Change change) {
        Set<String> required = shape.required();
        boolean keepsSize = good.size() > shape.count("minProperties", 0);
        good.fieldNames().forEachRemaining(property -> {
            boolean isRequired = required.contains(property);
            String place = isRequired ? inner(name, property) : name;
            cases.add(new Case(
                    inner(name, property) + " left out",
                    isRequired && Annotations.canRequire(shape, property) ? "required" : "",
                    isRequired || !keepsSize ? label(place) : null,
                    change.to(((ObjectNode) good.deepCopy()).without(property))));
            coverage.breaks(isRequired ? shape.requiring(property) : Stream.empty());
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
        Adder here = adder(shape, name, change);
        kinds.forEach((kind, chosen) -> {
            JsonNode good = Samples.ofKind(shape, kind, chosen, true);
            here.add("discriminator", "of the kind " + kind, true, good);
            Shape innermost = chosen.kinds().getOrDefault(kind, chosen);
            if (innermost.id().equals(shape.id()) || !inside.contains(innermost.id())) {
                object(innermost, good, name, change, inside);
            }
        });
        if (!kinds.isEmpty()) {
            String place = inner(name, shape.discriminator());
            for (JsonNode wrong : List.of(JSON.textNode("none"), JSON.numberNode(5))) {
                JsonNode changed = change.to(with(Samples.of(shape, true), shape.discriminator(), wrong));
                cases.add(new Case(place + " of no kind", "", place, changed));
            }
            coverage.breaks(shape.all("discriminator"));
            // The property's own type and enum say less.
            kinds.values().forEach(kind -> coverage.breaks(kind.all("type")));
            kinds.values().forEach(kind -> decides(kind.properties().get(shape.discriminator())));
            decides(shape.properties().get(shape.discriminator()));
        }
    }

    private void decides(@Nullable Shape property) {
        if (property != null) {
            coverage.breaks(List.of("type", "enum").stream().flatMap(property::all));
        }
    }
}
