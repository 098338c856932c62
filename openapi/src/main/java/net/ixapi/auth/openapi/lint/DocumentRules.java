package net.ixapi.auth.openapi.lint;

import static net.ixapi.auth.openapi.lint.Places.uses;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.ixapi.auth.openapi.document.Document;
import net.ixapi.auth.openapi.document.Finding;
import net.ixapi.auth.openapi.document.Place;
import net.ixapi.auth.openapi.document.SchemaParts;

final class DocumentRules {
    static final List<Rule> RULES = List.of(
            // Every $ref leads to a place within the document.
            uses("$ref")
                    .where(reference -> !reference.parent().target().exists())
                    .refuse(reference -> (reference.text().startsWith("#")
                                    ? "leads nowhere: "
                                    : "leads out of the document, which is not supported: ")
                            + reference.text()),
            // No schema says what values are not: no annotation of a model can say that.
            uses("not").refuse("not is not supported by the templates: describe what is allowed"),
            // Every oneOf and anyOf has a discriminator: generated code could not tell which schema a value has.
            uses("oneOf", "anyOf")
                    .where(alternatives ->
                            !alternatives.parent().property("discriminator").exists())
                    .refuse(
                            alternatives -> alternatives.name()
                                    + " without a discriminator is not supported by the templates: add one, or use a single schema"),
            // No schema is one of its own alternatives: the search for the schema of a value would have no end.
            uses("oneOf", "anyOf")
                    .where(DocumentRules::leadsBack)
                    .refuse("makes the schema one of its own alternatives: remove that reference"),
            // No schema is a part of itself by allOf.
            uses("allOf")
                    .where(allOf -> allOf.items().stream()
                            .flatMap(SchemaParts::of)
                            .map(Place::pointer)
                            .anyMatch(allOf.parent().pointer()::equals))
                    .refuse("makes the schema a part of itself: remove that reference"));

    private DocumentRules() {}

    /** Whether the schema is among its alternatives, perhaps as an alternative of one of them. */
    private static boolean leadsBack(Place alternatives) {
        Set<String> seen = new HashSet<>();
        Deque<Place> next = new ArrayDeque<>(List.of(alternatives));
        while (!next.isEmpty()) {
            next.pop().items().stream()
                    .map(Place::target)
                    .filter(schema -> seen.add(schema.pointer()))
                    .flatMap(schema -> Stream.of(schema.property("oneOf"), schema.property("anyOf")))
                    .forEach(next::push);
        }
        return seen.contains(alternatives.parent().pointer());
    }

    /** The document is OpenAPI 3.0.x. */
    static Stream<Finding> version(Document document) {
        Place version = document.root().property("openapi");
        if (!version.exists()) {
            return Stream.of(document.root().finding("is not an OpenAPI 3.0 document: it has no property openapi"));
        }
        return version.text().matches("3\\.0\\.\\d+.*")
                ? Stream.empty()
                : Stream.of(version.finding("version " + version.text() + " is not supported: use OpenAPI 3.0.x"));
    }
}
