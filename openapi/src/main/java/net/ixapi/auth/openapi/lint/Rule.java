package net.ixapi.auth.openapi.lint;

import java.util.stream.Stream;
import net.ixapi.auth.openapi.document.Document;
import net.ixapi.auth.openapi.document.Finding;

/** A demand on a document. */
@FunctionalInterface
interface Rule {
    /** Where the document does not keep the rule. */
    Stream<Finding> findings(Document document);
}
