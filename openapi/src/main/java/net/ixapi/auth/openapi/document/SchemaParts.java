package net.ixapi.auth.openapi.document;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The parts that make up a schema: itself and those of its {@code allOf}, references followed. */
public final class SchemaParts {
    private SchemaParts() {}

    public static Stream<Place> of(Place schema) {
        Map<String, Place> parts = new LinkedHashMap<>();
        collect(schema, parts);
        return parts.values().stream();
    }

    /** What each part has under a keyword, if it has. */
    public static Stream<Place> keyword(Place schema, String keyword) {
        return of(schema).map(part -> part.property(keyword)).filter(Place::exists);
    }

    public static boolean areObject(Place schema) {
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
