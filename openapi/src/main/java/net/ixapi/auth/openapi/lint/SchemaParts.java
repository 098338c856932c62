package net.ixapi.auth.openapi.lint;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import net.ixapi.auth.openapi.document.Place;

/** The parts that make up a schema: itself and those of its {@code allOf}, references followed. */
final class SchemaParts {
    private SchemaParts() {}

    static Stream<Place> of(Place schema) {
        Map<String, Place> parts = new LinkedHashMap<>();
        collect(schema, parts);
        return parts.values().stream();
    }

    /** What each part has under a keyword, if it has. */
    static Stream<Place> keyword(Place schema, String keyword) {
        return of(schema).map(part -> part.property(keyword)).filter(Place::exists);
    }

    static boolean areObject(Place schema) {
        return keyword(schema, "type").anyMatch(type -> type.text().equals("object"))
                || keyword(schema, "properties").findAny().isPresent();
    }

    private static void collect(Place schema, Map<String, Place> parts) {
        Place part = schema.target();
        if (parts.putIfAbsent(part.pointer(), part) == null) {
            part.property("allOf").items().forEach(item -> collect(item, parts));
        }
    }
}
