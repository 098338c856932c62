package net.ixapi.auth.openapi.document;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The parts that make up a schema: itself and those of its {@code allOf}, references followed. */
public final class SchemaParts {
    private SchemaParts() {}

    /** The schema itself first, each part once. */
    public static Stream<Place> of(Place schema) {
        return of(List.of(schema));
    }

    /** The parts of several schemas that a value must fit all at once, each part once. */
    public static Stream<Place> of(List<Place> schemas) {
        Map<String, Place> parts = new LinkedHashMap<>();
        Deque<Place> next = new ArrayDeque<>(schemas);
        while (!next.isEmpty()) {
            Place part = next.pop().target();
            if (parts.putIfAbsent(part.pointer(), part) == null) {
                List<Place> items = part.property("allOf").items();
                for (int i = items.size(); i > 0; i--) {
                    next.push(items.get(i - 1));
                }
            }
        }
        return parts.values().stream();
    }

    /** What each part has under a keyword, if it has. */
    public static Stream<Place> keyword(Place schema, String keyword) {
        return of(schema).map(part -> part.property(keyword)).filter(Place::exists);
    }

    /** Whether one of the parts says that values are of a type. */
    public static boolean hasType(Place schema, String name) {
        return keyword(schema, "type").anyMatch(type -> type.text().equals(name));
    }

    /** Whether one of the parts says that values are objects, or describes properties. */
    public static boolean areObject(Place schema) {
        return hasType(schema, "object")
                || keyword(schema, "properties").findAny().isPresent();
    }
}
