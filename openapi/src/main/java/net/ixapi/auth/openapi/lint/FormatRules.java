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

    /** No schema has both a typed format and what only strings have: a length, a pattern or a list of values. */
    static Stream<Finding> formatsHaveNoBounds(Document document) {
        return Stream.of("minLength", "maxLength", "pattern", "enum")
                .flatMap(document.root()::uses)
                .filter(keyword -> !typed(keyword.parent()).isEmpty())
                .map(keyword -> keyword.finding(keyword.name() + " is not supported by the templates for format "
                        + typed(keyword.parent()) + ": leave one of the two out"));
    }
}
