package net.ixapi.auth.server.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.Schema;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.ixapi.auth.openapi.document.Place;
import net.ixapi.auth.openapi.document.SchemaParts;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of an operation, and how a request writes it: form in the query, simple elsewhere (OpenAPI 3.0.3, Parameter Object).
 * Immutable and safe for many threads.
 *
 * @param types of the value, or of each item of an array
 * @param path where the value of an array stands in an address
 */
record Parameter(
        String name,
        String in,
        boolean required,
        Schema schema,
        boolean exploded,
        boolean isArray,
        Set<String> types,
        Pattern path,
        @Nullable JsonNode byDefault) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** RFC 8259, section 6. */
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d{1,4})?");

    private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9]\\d*)");

    static Parameter of(Place place, String path, Schema schema) {
        String name = place.text("name");
        String in = place.text("in");
        boolean required = place.isTrue("required");
        Place type = place.property("schema");
        boolean isArray = types(type).contains("array");
        Place item = SchemaParts.keyword(type, "items").findFirst().orElse(type);
        // What must be there has no use for a default.
        Stream<Place> byDefault = required ? Stream.of() : SchemaParts.keyword(type, "default");
        return new Parameter(
                name,
                in,
                required,
                schema,
                in.equals("query") && !place.text("explode").equals("false"),
                isArray,
                types(isArray ? item : type),
                pathPattern(path, name),
                byDefault.findFirst().map(Place::json).orElse(null));
    }

    private static Set<String> types(Place schema) {
        return SchemaParts.keyword(schema, "type").map(Place::text).collect(Collectors.toSet());
    }

    /** The end of an address, with a group where the parameter stands. */
    private static Pattern pathPattern(String path, String name) {
        String pattern = Arrays.stream(path.split("(?=\\{)|(?<=})"))
                .map(part -> part.equals("{" + name + "}")
                        ? "([^/]+)"
                        : part.startsWith("{") ? "[^/]+" : Pattern.quote(part))
                .collect(Collectors.joining());
        return Pattern.compile(pattern + "$");
    }

    /** The value in a request, or the default; null for neither. Text that cannot be of the type stays text. */
    @Nullable JsonNode value(Context context) {
        List<String> texts = switch (in) {
            case "query" -> query(context);
            case "path" -> path(context);
            case "header" -> header(context);
            default -> split(context.cookie(name)).toList();
        };
        if (texts.isEmpty()) {
            return byDefault;
        }
        if (!isArray) {
            return scalar(texts.get(0));
        }
        ArrayNode items = JSON.arrayNode();
        texts.forEach(text -> items.add(scalar(text)));
        return items;
    }

    private JsonNode scalar(String text) {
        if (types.contains("integer")) {
            return INTEGER.matcher(text).matches() ? JSON.numberNode(new BigInteger(text)) : JSON.textNode(text);
        } else if (types.contains("number") && NUMBER.matcher(text).matches()) {
            return JSON.numberNode(new BigDecimal(text));
        } else if (types.contains("boolean") && text.matches("true|false")) {
            return JSON.booleanNode(text.equals("true"));
        }
        return JSON.textNode(text);
    }

    /** Split before it is decoded: a comma within an item is written {@code %2C}. */
    private List<String> query(Context context) {
        if (!isArray || exploded) {
            return context.queryParams(name);
        }
        return Stream.ofNullable(context.queryString())
                .flatMap(query -> Arrays.stream(query.split("&")))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> decoded(pair[0]).equals(name))
                .limit(1)
                .flatMap(pair -> split(pair.length < 2 ? "" : pair[1]))
                .map(Parameter::decoded)
                .toList();
    }

    private List<String> path(Context context) {
        Matcher matcher = path.matcher(context.req().getRequestURI());
        return isArray && matcher.find()
                ? split(matcher.group(1).replace("+", "%2B"))
                        .map(Parameter::decoded)
                        .toList()
                : List.of(context.pathParam(name));
    }

    private List<String> header(Context context) {
        return isArray
                ? Collections.list(context.req().getHeaders(name)).stream()
                        .flatMap(this::split)
                        .map(String::strip)
                        .toList()
                : Stream.ofNullable(context.header(name)).toList();
    }

    private Stream<String> split(@Nullable String text) {
        return text == null ? Stream.of() : isArray ? Arrays.stream(text.split(",", -1)) : Stream.of(text);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
