package net.ixapi.auth.openapi.lint;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.ixapi.auth.openapi.document.Document;
import net.ixapi.auth.openapi.document.Finding;
import net.ixapi.auth.openapi.document.Place;

final class UsageRules {
    private UsageRules() {}

    /** Every component is used by an operation, perhaps by way of others. Security schemes, which no $ref names, are left out. */
    static Stream<Finding> componentsAreUsed(Document document) {
        Set<String> used = used(document);
        return document.root().property("components").properties().stream()
                .filter(kind -> !kind.name().equals("securitySchemes"))
                .flatMap(kind -> kind.properties().stream())
                .filter(component -> used.stream().noneMatch(place -> isAtOrUnder(component, place)))
                .map(component -> component.finding("is not used"));
    }

    private static boolean isAtOrUnder(Place component, String pointer) {
        return (pointer + "/").startsWith(component.pointer() + "/");
    }

    /** All that is referred to from the paths, by way of whatever else. */
    private static Set<String> used(Document document) {
        Set<String> used = new HashSet<>();
        Deque<Place> next = new ArrayDeque<>(List.of(document.root().property("paths")));
        while (!next.isEmpty()) {
            next.pop()
                    .uses("$ref")
                    .map(reference -> reference.parent().referred())
                    .filter(place -> used.add(place.pointer()))
                    .forEach(next::push);
        }
        return used;
    }
}
