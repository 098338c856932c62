package net.ixapi.auth.openapi.lint;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.ixapi.auth.openapi.document.Document;
import net.ixapi.auth.openapi.document.Finding;
import net.ixapi.auth.openapi.document.Place;

final class TagRules {
    private TagRules() {}

    /** Every operation has a tag. */
    static Stream<Finding> operationsHaveATag(Document document) {
        return document.operations().stream()
                .filter(operation -> operation.place().property("tags").items().isEmpty())
                .map(operation -> operation.place().finding("has no tag"));
    }

    /** Every tag of an operation is declared in the document's list of tags. */
    static Stream<Finding> tagsAreDeclared(Document document) {
        Set<String> declared = document.root().property("tags").items().stream()
                .map(tag -> tag.property("name").text())
                .collect(Collectors.toSet());
        return document.operations().stream()
                .flatMap(operation -> operation.place().property("tags").items().stream())
                .filter((Place tag) -> !declared.contains(tag.text()))
                .map(tag -> tag.finding("is not declared in the tags of the document: " + tag.text()));
    }
}
