package net.ixapi.auth.openapi.lint;

import java.nio.file.Path;
import java.util.List;
import net.ixapi.auth.openapi.document.Document;
import net.ixapi.auth.openapi.document.Finding;

/** The linter, for programs. */
public final class Linter {
    private Linter() {}

    /**
     * What the templates do not support in a document.
     *
     * @param document the file
     * @return the findings, each with file, line and what to write instead; empty for none
     * @throws net.ixapi.auth.openapi.document.UnreadableDocumentException if it is neither YAML nor JSON
     */
    public static List<String> findings(Path document) {
        return RuleGroup.findings(List.of(RuleGroup.SUPPORTED), Document.read(document, Document.name(document)))
                .stream()
                .map(Finding::toString)
                .toList();
    }
}
