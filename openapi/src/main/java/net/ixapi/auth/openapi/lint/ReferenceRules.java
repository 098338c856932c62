package net.ixapi.auth.openapi.lint;

import java.util.stream.Stream;
import net.ixapi.auth.openapi.document.Document;
import net.ixapi.auth.openapi.document.Finding;

final class ReferenceRules {
    private ReferenceRules() {}

    /** Every {@code $ref} leads to a place within the document. */
    static Stream<Finding> referencesLeadSomewhere(Document document) {
        return document.root()
                .uses("$ref")
                .filter(reference -> !reference.parent().target().exists())
                .map(reference -> reference.finding(reason(reference.text())));
    }

    private static String reason(String reference) {
        return reference.startsWith("#")
                ? "leads nowhere: " + reference
                : "leads out of the document, which is not supported: " + reference;
    }
}
