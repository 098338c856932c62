package net.ixapi.auth.openapi.lint;

import static net.ixapi.auth.openapi.lint.Places.uses;

import java.util.List;
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
            // No schema leads back to itself by way of what it combines: the search for the schema of a value would
            // have no end.
            document -> SchemaParts.combinations(document.root())
                    .filter(SchemaParts::leadsBack)
                    .map(combination -> combination.finding("leads back to the schema itself: remove that reference")));

    private DocumentRules() {}

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
