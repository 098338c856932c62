package net.ixapi.auth.templates.differential;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.ixapi.auth.openapi.document.Place;
import net.ixapi.auth.openapi.document.PlainJson;
import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullableModule;

/** Whether an implementation was called with what a request sent. */
final class Likeness {
    static final JsonMapper MAPPER = PlainJson.builder(PlainJson.MAX_DEPTH)
            .addModule(new JavaTimeModule())
            .addModule(new JsonNullableModule())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .build();

    private Likeness() {}

    /** As it is written, without what only Java knows. */
    static JsonNode tree(@Nullable Object value, Type type) {
        try {
            return MAPPER.readTree(MAPPER.writerFor(MAPPER.constructType(type)).writeValueAsBytes(value));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was sent, by its name in the document; the body by an empty name. */
    record Sent(String name, Shape shape, @Nullable JsonNode value) {}

    /** The first difference; empty if there is none. */
    static Optional<String> difference(ScriptedServer.Call call, List<Sent> sent) {
        Map<String, Sent> byName = new LinkedHashMap<>();
        sent.forEach(part -> byName.put(normal(part.name()), part));
        List<Sent> left = new ArrayList<>(sent);
        List<JsonNode> unnamed = new ArrayList<>();
        Parameter[] parameters = call.method().getParameters();
        for (int i = 0; i < parameters.length; i++) {
            if (call.arguments()[i] == ScriptedServer.CALLER) {
                continue;
            }
            JsonNode argument = tree(call.arguments()[i], parameters[i].getParameterizedType());
            Sent part = byName.get(normal(parameters[i].getName()));
            if (part == null || sameName(sent, part)) {
                unnamed.add(argument);
            } else if (arrives(part, argument)) {
                left.remove(part);
            } else {
                return Optional.of(part.name() + " arrives as another value");
            }
        }
        for (JsonNode argument : unnamed) {
            Optional<Sent> match =
                    left.stream().filter(part -> arrives(part, argument)).findFirst();
            if (match.isEmpty()) {
                return Optional.of("an argument was not sent as it arrives");
            }
            left.remove(match.get());
        }
        return left.isEmpty() ? Optional.empty() : Optional.of(left.get(0).name() + " does not arrive");
    }

    /** A body that is left out has no default. */
    private static boolean arrives(Sent part, JsonNode argument) {
        return part.name().isEmpty() && part.value() == null
                ? argument.isNull()
                : isLike(part.shape(), part.value(), argument);
    }

    private static boolean sameName(List<Sent> sent, Sent part) {
        return sent.stream()
                        .filter(other -> normal(other.name()).equals(normal(part.name())))
                        .count()
                > 1;
    }

    private static String normal(String name) {
        return name.replaceAll("[^\\p{Alnum}]", "").toLowerCase(Locale.ROOT);
    }

    private static boolean isLike(Shape shape, @Nullable JsonNode sent, JsonNode arrived) {
        if (sent == null) {
            Optional<JsonNode> byDefault = shape.all("default").map(Place::json).findFirst();
            return byDefault.map(value -> isEqual(value, arrived)).orElse(arrived.isNull());
        }
        if (sent.isObject()) {
            return arrived.isObject() && isLikeObject(shape, sent, arrived);
        } else if (sent.isArray()) {
            Shape item = shape.items().orElse(shape);
            if (shape.isTrue("uniqueItems")) {
                return arrived.isArray() && texts(sent).equals(texts(arrived));
            }
            if (!arrived.isArray() || sent.size() != arrived.size()) {
                return false;
            }
            for (int i = 0; i < sent.size(); i++) {
                if (!isLike(item, sent.get(i), arrived.get(i))) {
                    return false;
                }
            }
            return true;
        }
        return isEqual(sent, arrived);
    }

    /** Of a set, whose order says nothing. */
    private static Set<String> texts(JsonNode items) {
        return items.valueStream().map(JsonNode::toString).collect(Collectors.toSet());
    }

    private static boolean isLikeObject(Shape shape, JsonNode sent, JsonNode arrived) {
        Shape kind = shape.kinds().getOrDefault(sent.path(shape.discriminator()).asText(""), shape);
        if (kind != shape && !kind.id().equals(shape.id())) {
            return isLikeObject(kind, sent, arrived);
        }
        Map<String, Shape> properties = shape.properties();
        for (Map.Entry<String, JsonNode> one : sent.properties()) {
            String name = one.getKey();
            Shape property = properties.containsKey(name)
                    ? properties.get(name)
                    : shape.additional().orElse(null);
            boolean isKnown = property != null || properties.isEmpty();
            JsonNode value = arrived.path(name);
            if (isKnown
                    && (value.isMissingNode() || !isLike(property == null ? shape : property, one.getValue(), value))) {
                return false;
            }
        }
        return arrived.propertyStream()
                .filter(one -> !sent.has(one.getKey()))
                .allMatch(one -> properties.containsKey(one.getKey())
                        && isLike(properties.get(one.getKey()), null, one.getValue()));
    }

    private static boolean isEqual(JsonNode sent, JsonNode arrived) {
        if (sent.isNumber() && arrived.isNumber()) {
            return sent.decimalValue().compareTo(arrived.decimalValue()) == 0;
        }
        return sent.equals(arrived)
                || sent.isTextual() && arrived.isTextual() && isSameTime(sent.textValue(), arrived.textValue());
    }

    private static boolean isSameTime(String sent, String arrived) {
        try {
            return OffsetDateTime.parse(sent).isEqual(OffsetDateTime.parse(arrived));
        } catch (DateTimeException e) {
            return false;
        }
    }
}
