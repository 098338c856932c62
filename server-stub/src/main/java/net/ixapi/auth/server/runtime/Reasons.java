package net.ixapi.auth.server.runtime;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.ixapi.auth.openapi.document.Place;
import net.ixapi.auth.openapi.document.Schemas;

/** Why a value does not fit its schema, in the words of the document and without the value. */
record Reasons(Schemas schemas) {
    /** The error of a part of a request. The name is that of a parameter, or empty for the body. */
    FieldError of(Error error, String name) {
        NodePath location = error.getInstanceLocation();
        Stream<Object> steps = IntStream.range(0, location.getNameCount()).mapToObj(location::getElement);
        return FieldError.at(name, Stream.concat(steps, Stream.ofNullable(error.getProperty())), reason(error));
    }

    private String reason(Error error) {
        Place keyword = schemas.keyword(error);
        Place schema = keyword.parent();
        return switch (error.getKeyword()) {
            case "required" -> "is required";
            case "additionalProperties" -> "is unknown" + known(schema);
            case "discriminator" -> error.getInstanceNode().isNull() ? "must not be null" : error.getMessage();
            case "type" -> error.getInstanceNode().isNull() ? "must not be null" : "must be " + type(schema);
            case "enum" -> "must be one of the documented values";
            case "pattern" -> "must match " + keyword.text();
            case "format" -> "must be " + format(keyword.text());
            case "minimum" ->
                (schema.isTrue("exclusiveMinimum") ? "must be more than " : "must be at least ") + keyword.text();
            case "maximum" ->
                (schema.isTrue("exclusiveMaximum") ? "must be less than " : "must be at most ") + keyword.text();
            case "multipleOf" -> "must be a multiple of " + keyword.text();
            case "minLength", "maxLength" -> count(schema, "Length", "character", "characters");
            case "minItems", "maxItems" -> count(schema, "Items", "item", "items");
            case "minProperties", "maxProperties" -> count(schema, "Properties", "property", "properties");
            case "uniqueItems" -> "must have no item twice";
            default -> "must be as the document describes it";
        };
    }

    private static String known(Place schema) {
        String names = schema.properties("properties").map(Place::name).sorted().collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : ": there are " + names;
    }

    private static String type(Place schema) {
        String format = schema.text("format");
        return switch (schema.text("type")) {
            case "integer" -> "an integer of " + (format.equals("int64") ? 64 : 32) + " bits";
            case "array" -> "an array";
            case "object" -> "an object";
            default -> "a " + schema.text("type");
        };
    }

    private static String format(String format) {
        return switch (format) {
            case "int32" -> "an integer of 32 bits";
            case "int64" -> "an integer of 64 bits";
            case "float", "double" -> "a number";
            case "email" -> "a valid email";
            default -> "of the documented format";
        };
    }

    private static String count(Place schema, String of, String one, String many) {
        String min = schema.text("min" + of);
        String max = schema.text("max" + of);
        String unit = (max.isEmpty() ? min : max).equals("1") ? one : many;
        if (max.isEmpty()) {
            return "must have at least " + min + " " + unit;
        } else if (min.equals(max)) {
            return "must have " + min + " " + unit;
        }
        return "must have " + (min.isEmpty() || min.equals("0") ? "at most " : "from " + min + " to ") + max + " "
                + unit;
    }
}
