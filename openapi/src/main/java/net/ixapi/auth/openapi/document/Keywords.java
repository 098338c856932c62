package net.ixapi.auth.openapi.document;

import java.util.Set;
import java.util.stream.Stream;

/** Tells the keywords of OpenAPI from the names that authors choose, and from literal values such as those of examples. */
final class Keywords {
    private static final Set<String> HOLDERS_OF_NAMES = Set.of("""
            callbacks content encoding examples headers links mapping parameters paths properties requestBodies responses
            schemas scopes securitySchemes variables""".split("\\s+"));
    private static final Set<String> HOLDERS_OF_LITERALS = Set.of("default", "enum", "example", "value");

    private Keywords() {}

    /** Each place under a place at which a keyword stands, in the order of the document. */
    static Stream<Place> under(Place place) {
        return place.isObject()
                ? place.properties().stream().flatMap(Keywords::fromKeyword)
                : place.items().stream().flatMap(Keywords::under);
    }

    private static Stream<Place> fromKeyword(Place keyword) {
        return Stream.concat(Stream.of(keyword), below(keyword));
    }

    private static Stream<Place> below(Place keyword) {
        if (HOLDERS_OF_LITERALS.contains(keyword.name()) || keyword.name().startsWith("x-")) {
            return Stream.empty();
        }
        return keyword.isObject() && HOLDERS_OF_NAMES.contains(keyword.name())
                ? keyword.properties().stream().flatMap(Keywords::under)
                : under(keyword);
    }
}
