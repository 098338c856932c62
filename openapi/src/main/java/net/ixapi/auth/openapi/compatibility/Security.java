package net.ixapi.auth.openapi.compatibility;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.ixapi.auth.openapi.document.Operation;
import net.ixapi.auth.openapi.document.Place;

/**
 * Who may call an operation (OpenAPI 3.0.3, Security Requirement Object).
 *
 * @param place where that is said of the operation, or would be
 * @param alternatives what a caller must have, one of these sets: schemes as they are described, and scopes
 * @param text the same in words
 */
record Security(Place place, Set<Set<String>> alternatives, String text) {
    static Security of(Operation operation) {
        Place own = operation.place().property("security");
        Place root = own;
        while (root.parent() != null) {
            root = root.parent();
        }
        Place schemes = root.property("components").property("securitySchemes");
        List<Place> requirements = (own.exists() ? own : root.property("security")).items();
        Set<Set<String>> alternatives = requirements.stream()
                .map(requirement -> demands(requirement, schemes))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        String text = requirements.stream().map(Security::shown).collect(Collectors.joining(" or "));
        return requirements.isEmpty()
                ? new Security(own, Set.of(Set.of()), "none")
                : new Security(own, alternatives, text);
    }

    private static Set<String> demands(Place requirement, Place schemes) {
        return requirement.properties().stream()
                .flatMap(scheme -> Stream.concat(
                        Stream.of(scheme.name()
                                + description(schemes.property(scheme.name()).target())),
                        scheme.items().stream().map(scope -> scheme.name() + " " + scope.text())))
                .collect(Collectors.toSet());
    }

    /** How a client uses a scheme. */
    private static String description(Place scheme) {
        Stream<String> kind =
                Stream.of("type", "scheme", "in", "name", "openIdConnectUrl").map(scheme::text);
        Stream<String> flows = scheme.properties("flows")
                .map(flow -> flow.name() + flow.text("tokenUrl") + flow.text("authorizationUrl"));
        return Stream.concat(kind, flows).map(" "::concat).collect(Collectors.joining());
    }

    private static String shown(Place requirement) {
        return requirement.properties().isEmpty()
                ? "none"
                : requirement.properties().stream().map(Place::name).collect(Collectors.joining(" and "));
    }

    /** It is compatible if whoever could call still can: each of the alternatives demands no less than one of the new ones. */
    void compare(Security now, Changes changes, String user) {
        if (!alternatives.equals(now.alternatives)) {
            boolean isCompatible = alternatives.stream()
                    .allMatch(old -> now.alternatives.stream().anyMatch(old::containsAll));
            String what = text.equals(now.text)
                    ? "another scheme or scope than before: " + text
                    : "security was " + text + ", is " + now.text;
            changes.add("request", now.place, what, isCompatible, user);
        }
    }
}
