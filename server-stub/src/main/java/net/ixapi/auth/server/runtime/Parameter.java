package net.ixapi.auth.server.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.Schema;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.ixapi.auth.openapi.document.Place;
import net.ixapi.auth.openapi.document.SchemaParts;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of an operation, and how a request writes it: form in the query, simple elsewhere (OpenAPI 3.0.3, Parameter Object).
 * Immutable and safe for many threads.
 */
final class Parameter {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** RFC 8259, section 6. */
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d{1,4})?");

    private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9]\\d*)");

    private final String name;
    private final String in;
    private final boolean required;
    private final boolean exploded;
    private final boolean isArray;
    private final Pattern path;
    private final UnaryOperator<JsonNode> scalar;
    private final Schema schema;
    private final @Nullable JsonNode byDefault;

    Parameter(Place place, String path, Schema schema) {
        this.name = place.property("name").text();
        this.in = place.property("in").text();
        this.required = place.property("required").text().equals("true");
        this.exploded = in.equals("query") && !place.property("explode").text().equals("false");
        Place type = place.property("schema");
        this.isArray = has(type, "array");
        this.path = pathPattern(path, name);
        Place item = SchemaParts.keyword(type, "items").findFirst().orElse(type);
        this.scalar = scalar(isArray ? item : type);
        this.schema = schema;
        // What must be there has no use for a default.
        this.byDefault = SchemaParts.keyword(type, "default")
                .filter(value -> !required)
                .findFirst()
                .map(Place::json)
                .orElse(null);
    }

    String name() {
        return name;
    }

    String in() {
        return in;
    }

    boolean required() {
        return required;
    }

    Schema schema() {
        return schema;
    }

    /** The value in a request, or the default; null for neither. Text that cannot be of the type stays text. */
    @Nullable JsonNode value(Context context) {
        List<String> texts = switch (in) {
            case "query" -> query(context);
            case "path" -> path(context);
            case "header" -> header(context);
            default -> split(context.cookie(name), false);
        };
        if (texts.isEmpty()) {
            return byDefault;
        }
        if (!isArray) {
            return scalar.apply(JSON.textNode(texts.get(0)));
        }
        ArrayNode items = JSON.arrayNode();
        texts.forEach(text -> items.add(scalar.apply(JSON.textNode(text))));
        return items;
    }

    /** Split before it is decoded: a comma within an item is written {@code %2C}. */
    private List<String> query(Context context) {
        if (!isArray || exploded) {
            return context.queryParams(name);
        }
        String query = context.queryString();
        return query == null
                ? List.of()
                : Arrays.stream(query.split("&"))
                        .map(pair -> pair.split("=", 2))
                        .filter(pair -> decoded(pair[0]).equals(name))
                        .findFirst()
                        .map(pair -> split(pair.length < 2 ? "" : pair[1], true))
                        .orElse(List.of());
    }

    private List<String> path(Context context) {
        if (!isArray) {
            return List.of(context.pathParam(name));
        }
        Matcher matcher = path.matcher(context.req().getRequestURI());
        return matcher.find() ? split(matcher.group(1).replace("+", "%2B"), true) : List.of(context.pathParam(name));
    }

    private List<String> header(Context context) {
        if (!isArray) {
            return split(context.header(name), false);
        }
        return Collections.list(context.req().getHeaders(name)).stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(String::strip)
                .toList();
    }

    private List<String> split(@Nullable String text, boolean encoded) {
        if (text == null) {
            return List.of();
        }
        List<String> items = isArray ? List.of(text.split(",", -1)) : List.of(text);
        return encoded ? items.stream().map(Parameter::decoded).toList() : items;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static boolean has(Place schema, String type) {
        return SchemaParts.keyword(schema, "type")
                .anyMatch(named -> named.text().equals(type));
    }

    private static UnaryOperator<JsonNode> scalar(Place schema) {
        if (has(schema, "integer")) {
            return text -> INTEGER.matcher(text.textValue()).matches()
                    ? JSON.numberNode(new BigDecimal(text.textValue()).toBigInteger())
                    : text;
        } else if (has(schema, "number")) {
            return text -> NUMBER.matcher(text.textValue()).matches()
                    ? JSON.numberNode(new BigDecimal(text.textValue()))
                    : text;
        } else if (has(schema, "boolean")) {
            return text -> text.textValue().matches("true|false")
                    ? JSON.booleanNode(text.textValue().equals("true"))
                    : text;
        }
        return text -> text;
    }

    /** The end of an address, with a group where the parameter stands. */
    private static Pattern pathPattern(String path, String name) {
        String pattern = Arrays.stream(path.split("(?=\\{)|(?<=})"))
                .map(part -> part.equals("{" + name + "}")
                        ? "([^/]+)"
                        : part.startsWith("{") ? "[^/]+" : Pattern.quote(part))
                .reduce("", String::concat);
        return Pattern.compile(pattern + "$");
    }
}
