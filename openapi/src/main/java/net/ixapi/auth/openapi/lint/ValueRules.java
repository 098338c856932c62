package net.ixapi.auth.openapi.lint;

import static net.ixapi.auth.openapi.lint.Places.uses;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import net.ixapi.auth.openapi.document.Document;
import net.ixapi.auth.openapi.document.Finding;
import net.ixapi.auth.openapi.document.Place;
import net.ixapi.auth.openapi.document.SchemaParts;

/** Values that the templates write as Java, and formats for which they have types of their own, such as {@code java.net.URI}. */
final class ValueRules {
    private static final Set<String> UNSUPPORTED_FORMATS =
            Set.of("binary", "date-time-local", "decimal", "file", "number", "time-local");

    private static final Set<String> TYPED_FORMATS = Set.of("byte", "date", "date-time", "uri", "uuid");

    static final List<Rule> RULES = List.of(
            ValueRules::unfitIntegers,
            // Every length fits into what Java counts with.
            document -> uses("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties")
                    .in(document)
                    .flatMap(length -> unfit(length, false, "leave it out")),
            // Every factor is a number greater than 0 (OpenAPI 3.0.3, Schema Object, multipleOf).
            uses("multipleOf").where(factor -> !isPositive(factor.json())).refuse("must be a number greater than 0"),
            // No text has a format that the generator makes something else of than JSON holds.
            uses("format")
                    .where(format -> SchemaParts.hasType(format.parent(), "string")
                            && UNSUPPORTED_FORMATS.contains(format.text()))
                    .refuse(format -> "format " + format.text() + " is not supported by the templates: "
                            + (format.text().equals("binary") ? "use format: byte" : "leave it out")),
            // No schema has both a typed format and a list of values.
            uses("enum")
                    .where(list -> !typedFormat(list.parent()).isEmpty())
                    .refuse(list -> "enum is not supported by the templates for format " + typedFormat(list.parent())
                            + ": leave one of the two out"),
            // No pattern has the slashes and flags of other languages: they would be part of the pattern.
            uses("pattern")
                    .where(pattern -> pattern.text().matches("/.*/[a-z]*"))
                    .refuse("the slashes belong to the pattern, and it can have no flags: leave them out"),
            // Every pattern can be compiled: generated code has annotations with it, and the server compares with it.
            document -> uses("pattern").in(document).flatMap(ValueRules::uncompilable),
            // Only strings and integers have a list of values.
            uses("enum")
                    .where(list -> Stream.of("number", "boolean", "array", "object")
                            .anyMatch(type -> SchemaParts.hasType(list.parent(), type)))
                    .refuse("enum is supported by the templates for strings and integers only: "
                            + "leave it out, and say in the description which values there are"),
            // Every default can be written in Java.
            uses("default")
                    .where(value -> !isSimple(value, value.parent()))
                    .refuse("such a default is not supported by the templates: "
                            + "leave it out, and say in the description what a missing value means"));

    private ValueRules() {}

    /** Every bound, default and listed value of an integer fits the integer's Java type. */
    private static Stream<Finding> unfitIntegers(Document document) {
        Stream<Place> values = uses("minimum", "maximum", "default").in(document);
        Stream<Place> listed = uses("enum").in(document).flatMap(list -> list.items().stream());
        return Stream.concat(
                values.flatMap(value -> unfitInteger(value, value.parent())),
                listed.flatMap(value -> unfitInteger(value, value.parent().parent())));
    }

    private static Stream<Finding> unfitInteger(Place value, Place schema) {
        boolean isLong = isLong(schema);
        return SchemaParts.hasType(schema, "integer")
                ? unfit(value, isLong, isLong ? "use type: number" : "add format: int64")
                : Stream.empty();
    }

    private static Stream<Finding> unfit(Place value, boolean isLong, String instead) {
        try {
            BigDecimal number = new BigDecimal(value.text());
            if (number.stripTrailingZeros().scale() > 0) {
                return Stream.of(value.finding(value.text() + " is not an integer: use one"));
            }
            boolean fits = number.compareTo(BigDecimal.valueOf(isLong ? number.longValue() : number.intValue())) == 0;
            String type = isLong ? "int64: " : "int32: ";
            return fits ? Stream.empty() : Stream.of(value.finding(value.text() + " does not fit " + type + instead));
        } catch (NumberFormatException e) {
            return Stream.empty(); // null, or a mistake that the generator names
        }
    }

    private static boolean isPositive(JsonNode number) {
        return number.isNumber() && number.doubleValue() > 0;
    }

    private static Stream<Finding> uncompilable(Place pattern) {
        try {
            Pattern.compile(pattern.text());
            return Stream.empty();
        } catch (PatternSyntaxException e) {
            return Stream.of(pattern.finding("is not a regular expression that Java can read: " + e.getDescription()));
        }
    }

    private static boolean isLong(Place schema) {
        return SchemaParts.keyword(schema, "format")
                .anyMatch(format -> format.text().equals("int64"));
    }

    /** The typed format of a schema of strings; empty if it has none. */
    private static String typedFormat(Place schema) {
        return SchemaParts.keyword(schema, "format")
                .map(Place::text)
                .filter(format -> TYPED_FORMATS.contains(format) || UNSUPPORTED_FORMATS.contains(format))
                .filter(format -> SchemaParts.hasType(schema, "string"))
                .findFirst()
                .orElse("");
    }

    private static boolean isSimple(Place value, Place schema) {
        if (SchemaParts.hasType(schema, "array")) {
            return value.items().isEmpty() || haveSimpleItems(value, schema);
        }
        if (value.isObject()) {
            return value.properties().isEmpty()
                    || SchemaParts.keyword(schema, "properties").findAny().isPresent()
                            && value.properties().stream().allMatch(ValueRules::isScalar);
        }
        String format = typedFormat(schema);
        return !format.equals("byte") && !UNSUPPORTED_FORMATS.contains(format);
    }

    private static boolean haveSimpleItems(Place value, Place schema) {
        return value.items().stream().allMatch(ValueRules::isScalar)
                && SchemaParts.keyword(schema, "items")
                        .allMatch(items -> typedFormat(items).isEmpty() && !isLong(items));
    }

    private static boolean isScalar(Place value) {
        return !value.isObject() && value.items().isEmpty();
    }
}
