package net.ixapi.auth.openapi.lint;

import java.util.Set;
import java.util.stream.Stream;
import net.ixapi.auth.openapi.document.Document;
import net.ixapi.auth.openapi.document.Finding;
import net.ixapi.auth.openapi.document.Place;
import net.ixapi.auth.openapi.document.SchemaParts;

/** Values that the templates write as Java. */
final class ValueRules {
    /** What has no text that one could write as a default. */
    private static final Set<String> WITHOUT_DEFAULT = Set.of("binary", "byte", "decimal", "file", "number");

    private ValueRules() {}

    /** No pattern has the slashes and flags that other languages write around it: they would be part of the pattern. */
    static Stream<Finding> patternsHaveNoFlags(Document document) {
        return document.root()
                .uses("pattern")
                .filter(pattern -> pattern.text().matches("/.*/[a-z]*"))
                .map(pattern ->
                        pattern.finding("the slashes belong to the pattern, and it can have no flags: leave them out"));
    }

    /** Only strings and integers have a list of values. */
    static Stream<Finding> enumsAreOfStringsOrIntegers(Document document) {
        return document.root()
                .uses("enum")
                .filter(list -> Stream.of("number", "boolean", "array", "object")
                        .anyMatch(type -> NumberRules.hasType(list.parent(), type)))
                .map(list -> list.finding("enum is supported by the templates for strings and integers only: "
                        + "leave it out, and say in the description which values there are"));
    }

    /** Every default can be written in Java. */
    static Stream<Finding> defaultsAreSimple(Document document) {
        return document.root()
                .uses("default")
                .filter(value -> !isSimple(value, value.parent()))
                .map(value -> value.finding("such a default is not supported by the templates: "
                        + "leave it out, and say in the description what a missing value means"));
    }

    private static boolean isSimple(Place value, Place schema) {
        if (NumberRules.hasType(schema, "array")) {
            return value.items().isEmpty() || haveSimpleItems(value, schema);
        }
        if (value.isObject()) {
            return value.properties().isEmpty()
                    || SchemaParts.keyword(schema, "properties").findAny().isPresent()
                            && value.properties().stream().allMatch(ValueRules::isScalar);
        }
        return !WITHOUT_DEFAULT.contains(FormatRules.typed(schema));
    }

    private static boolean haveSimpleItems(Place value, Place schema) {
        return value.items().stream().allMatch(ValueRules::isScalar)
                && SchemaParts.keyword(schema, "items")
                        .allMatch(items -> FormatRules.typed(items).isEmpty() && !NumberRules.isLong(items));
    }

    private static boolean isScalar(Place value) {
        return !value.isObject() && value.items().isEmpty();
    }
}
