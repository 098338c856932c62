package net.ixapi.auth.templates.differential;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.ixapi.auth.openapi.document.Place;
import org.jspecify.annotations.Nullable;

/** Values that fit a shape, made of what the document says without asking a validator. */
final class Samples {
    static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Deeper, a schema that contains itself is only made where it is required. */
    private static final int MAX_DEPTH = 5;

    private static final Map<String, String> FORMATS = Map.ofEntries(
            Map.entry("date", "2026-02-28"),
            Map.entry("date-time", "2026-02-28T12:30:15Z"),
            Map.entry("uuid", "0a1b2c3d-0000-4000-8000-0123456789ab"),
            Map.entry("uri", "https://ix.example/a"),
            Map.entry("byte", "AAEC"),
            Map.entry("email", "noc@ix.example"),
            Map.entry("hostname", "ix.example"),
            Map.entry("ipv4", "192.0.2.1"),
            Map.entry("ipv6", "2001:db8::1"),
            Map.entry("time", "12:30:15Z"),
            Map.entry("duration", "P3D"));

    private Samples() {}

    /** A value with all its parts, for a request or a response. */
    static JsonNode of(Shape shape, boolean request) {
        return of(shape, request, List.of(), 0);
    }

    /** Another value for each number, as long as the shape has room for it. */
    private static JsonNode of(Shape shape, boolean request, List<String> outer, int number) {
        List<String> around = new ArrayList<>(outer);
        around.add(shape.id());
        Map<String, Shape> kinds = shape.kinds();
        if (!kinds.isEmpty()) {
            String kind = kinds.keySet().iterator().next();
            return ofKind(shape, kind, kinds.get(kind), request, around);
        }
        List<JsonNode> listed = shape.all("enum")
                .flatMap(list -> list.items().stream())
                .map(Place::json)
                .filter(value -> !value.isNull())
                .toList();
        if (!listed.isEmpty()) {
            return listed.get(Math.min(number, listed.size() - 1));
        }
        return switch (shape.type()) {
            case "object" -> object(shape, request, around);
            case "array" -> array(shape, request, around);
            case "integer", "number" -> number(shape, number);
            case "boolean" -> JSON.booleanNode(number == 0);
            default -> JSON.textNode(text(shape, number));
        };
    }

    static JsonNode ofKind(Shape shape, String kind, Shape chosen, boolean request) {
        return ofKind(shape, kind, chosen, request, List.of(shape.id()));
    }

    private static JsonNode ofKind(Shape shape, String kind, Shape chosen, boolean request, List<String> around) {
        Shape inner = chosen.kinds().get(kind);
        JsonNode value = inner == null || inner.id().equals(chosen.id())
                ? object(chosen, request, around)
                : ofKind(chosen, kind, inner, request, around);
        ((ObjectNode) value).put(shape.discriminator(), kind);
        return value;
    }

    private static ObjectNode object(Shape shape, boolean request, List<String> around) {
        ObjectNode object = JSON.objectNode();
        shape.properties().forEach((name, property) -> {
            boolean isRequired = shape.required().contains(name);
            boolean isLeftOut = property.isTrue(request ? "readOnly" : "writeOnly");
            if (!isLeftOut && (isRequired || hasRoom(property, around))) {
                object.set(name, of(property, request, around, 0));
            }
        });
        int more = shape.additional().filter(value -> hasRoom(value, around)).isPresent() ? object.size() + 1 : 0;
        int size = Math.max(shape.count("minProperties", 0), Math.min(more, shape.count("maxProperties", more)));
        for (int i = 0; !shape.isClosed() && object.size() < size; i++) {
            int number = i;
            object.set(
                    "extra" + i,
                    shape.additional()
                            .map(value -> of(value, request, around, number))
                            .orElse(JSON.textNode("x")));
        }
        return object;
    }

    /** Whether a part that may be left out is made: where a schema contains itself, there would be no end. */
    private static boolean hasRoom(Shape part, List<String> around) {
        return around.size() <= MAX_DEPTH || !around.contains(part.id());
    }

    private static ArrayNode array(Shape shape, boolean request, List<String> around) {
        boolean hasRoom = shape.items().filter(item -> hasRoom(item, around)).isPresent();
        int size = Math.max(shape.count("minItems", 0), hasRoom || around.size() <= MAX_DEPTH ? roomFor(shape) : 0);
        return array(shape, request, around, Math.min(size, shape.count("maxItems", size)));
    }

    /** Two items tell a list from a single value, unless two would be alike and must not. */
    private static int roomFor(Shape shape) {
        Optional<Shape> item = shape.items();
        boolean isScalar = item.filter(
                        one -> List.of("string", "integer", "number").contains(one.type()))
                .isPresent();
        long listed = item.map(one ->
                        one.all("enum").mapToLong(list -> list.items().size()).sum())
                .orElse(0L);
        return isScalar && listed != 1 ? 2 : 1;
    }

    static ArrayNode array(Shape shape, boolean request, int size) {
        return array(shape, request, List.of(shape.id()), size);
    }

    private static ArrayNode array(Shape shape, boolean request, List<String> around, int size) {
        ArrayNode items = JSON.arrayNode();
        for (int i = 0; i < size; i++) {
            int number = i;
            items.add(
                    shape.items().map(item -> of(item, request, around, number)).orElse(JSON.textNode("x" + i)));
        }
        return items;
    }

    /** From the minimum up, or from the maximum down; the bound again where there is no more room. */
    private static JsonNode number(Shape shape, int number) {
        BigDecimal step = shape.bound("multipleOf").orElse(BigDecimal.ONE);
        BigDecimal away = step.multiply(BigDecimal.valueOf(number));
        BigDecimal least = multiple(shape, "minimum", step, RoundingMode.CEILING);
        BigDecimal most = multiple(shape, "maximum", step, RoundingMode.FLOOR);
        BigDecimal value = least != null
                ? least.add(away)
                : most != null ? most.subtract(step).subtract(away) : step.add(away);
        if (least != null && most != null && value.compareTo(most) > 0) {
            value = most;
        }
        return shape.type().equals("integer") ? JSON.numberNode(value.toBigInteger()) : JSON.numberNode(value);
    }

    /** The multiple that is nearest to a bound, and within it; null where there is no bound. */
    private static @Nullable BigDecimal multiple(Shape shape, String keyword, BigDecimal step, RoundingMode mode) {
        BigDecimal bound = shape.bound(keyword).orElse(null);
        if (bound == null) {
            return null;
        }
        BigDecimal value = bound.divide(step, 0, mode).multiply(step);
        boolean isOut = value.compareTo(bound) == 0 && shape.isTrue("exclusiveM" + keyword.substring(1));
        return isOut ? value.add(mode == RoundingMode.CEILING ? step : step.negate()) : value;
    }

    private static String text(Shape shape, int number) {
        String format = shape.text("format");
        int length = Math.min(Math.max(shape.count("minLength", 1), 1), shape.count("maxLength", Integer.MAX_VALUE));
        String plain = Character.toString('k' + number).repeat(length);
        Stream<String> candidates = Stream.concat(
                Stream.concat(shape.all("example"), shape.all("default")).map(Place::text),
                Stream.of(
                        format.equals("date") ? "2026-02-" + (28 - number) : FORMATS.getOrDefault(format, plain),
                        "abcd",
                        "k".repeat(length),
                        "A".repeat(length),
                        "1".repeat(length),
                        "12",
                        "123",
                        "1234",
                        "/a/b",
                        "\"",
                        "ab1"));
        return candidates.filter(text -> fits(shape, text)).findFirst().orElse("");
    }

    private static boolean fits(Shape shape, String text) {
        return shape.all("pattern")
                        .allMatch(pattern ->
                                Pattern.compile(pattern.text()).matcher(text).find())
                && shape.count("minLength", 0) <= text.length()
                && text.length() <= shape.count("maxLength", Integer.MAX_VALUE);
    }
}
