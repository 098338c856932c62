package net.ixapi.auth.openapi.lint;

import java.util.List;
import java.util.stream.Stream;
import net.ixapi.auth.openapi.document.Document;
import net.ixapi.auth.openapi.document.Finding;
import net.ixapi.auth.openapi.document.Place;

final class DocumentRules {
    static final List<Rule> RULES = List.of(
            // Every $ref leads to a place within the document.
            Rule.refuse(
                    "$ref",
                    reference -> !reference.parent().target().exists(),
                    reference -> (reference.text().startsWith("#")
                                    ? "leads nowhere: "
                                    : "leads out of the document, which is not supported: ")
                            + reference.text()));

    private DocumentRules() {}

    /** The document is OpenAPI 3.0.x. */
    static Stream<Finding> version(Document document) {
        Place version = document.root().property("openapi");
        if (!version.exists()) {
            return Stream.of(document.root().finding("is no OpenAPI 3.0 document: it has no member openapi"));
        }
        return version.text().matches("3\\.0\\.\\d+.*")
                ? Stream.empty()
                : Stream.of(version.finding("version " + version.text() + " is not supported: use OpenAPI 3.0.x"));
    }
}
