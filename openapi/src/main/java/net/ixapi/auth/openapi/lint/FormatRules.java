package net.ixapi.auth.openapi.lint;

import java.util.Set;
import java.util.stream.Stream;
import net.ixapi.auth.openapi.document.Document;
import net.ixapi.auth.openapi.document.Finding;
import net.ixapi.auth.openapi.document.Place;
import net.ixapi.auth.openapi.document.SchemaParts;

/** Formats for which the generated code has types of their own, such as {@code java.net.URI}, instead of strings. */
final class FormatRules {
    private static final Set<String> TYPED = Set.of(
            "binary",
            "byte",
            "date",
            "date-time",
            "date-time-local",
            "decimal",
            "file",
            "number",
            "time-local",
            "uri",
            "uuid");

    private static final Set<String> UNSUPPORTED =
            Set.of("binary", "date-time-local", "decimal", "file", "number", "time-local");

    private FormatRules() {}

    /** The typed format of a schema of strings; empty if it has none. */
    static String typed(Place schema) {
        boolean string =
                SchemaParts.keyword(schema, "type").anyMatch(type -> type.text().equals("string"));
        return SchemaParts.keyword(schema, "format")
                .map(Place::text)
                .filter(format -> string && TYPED.contains(format))
                .findFirst()
                .orElse("");
    }

    /** No text has a format that the generator makes something else of than JSON holds. */
    static Stream<Finding> formatsAreOfText(Document document) {
        return document.root()
                .uses("format")
                .filter(format -> NumberRules.hasType(format.parent(), "string"))
                .filter(format -> UNSUPPORTED.contains(format.text()))
                .map(format -> format.finding("format " + format.text() + " is not supported by the templates: "
                        + (format.text().equals("binary") ? "use format: byte" : "leave it out")));
    }

    /** No schema has both a typed format and a list of values. */
    static Stream<Finding> formatsHaveNoEnum(Document document) {
        return document.root()
                .uses("enum")
                .filter(list -> !typed(list.parent()).isEmpty())
                .map(list -> list.finding("enum is not supported by the templates for format " + typed(list.parent())
                        + ": leave one of the two out"));
    }
}
