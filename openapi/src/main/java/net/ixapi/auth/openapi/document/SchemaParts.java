package net.ixapi.auth.openapi.document;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The parts that make up a schema: itself and those of its {@code allOf}, references followed. */
public final class SchemaParts {
    /** The keywords that ask for other schemas of the same value. */
    private static final List<String> COMBINATIONS = List.of("allOf", "oneOf", "anyOf", "not");

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

    /** Each {@code allOf}, {@code oneOf}, {@code anyOf} and {@code not} at or under a place. */
    public static Stream<Place> combinations(Place place) {
        return COMBINATIONS.stream().flatMap(place::uses);
    }

    /**
     * Whether a combination leads to its own schema again, so that comparing a value with that would have no end. Beside a
     * discriminator, which chooses the schema, {@code oneOf} and {@code anyOf} do so only by others of their kind.
     */
    public static boolean leadsBack(Place combination) {
        Predicate<Place> isChoice = place -> List.of("oneOf", "anyOf").contains(place.name());
        Predicate<Place> isChosenFrom =
                isChoice.and(place -> place.parent().property("discriminator").exists());
        return Stream.of(isChoice, isChosenFrom.negate())
                .anyMatch(followed -> followed.test(combination) && leadsBack(combination, followed));
    }

    private static boolean leadsBack(Place combination, Predicate<Place> followed) {
        Set<String> seen = new HashSet<>();
        Deque<Place> next = new ArrayDeque<>(List.of(combination));
        while (!next.isEmpty()) {
            Place keyword = next.pop();
            Stream.concat(keyword.items().stream(), Stream.of(keyword).filter(Place::isObject))
                    .map(Place::target)
                    .filter(schema -> seen.add(schema.pointer()))
                    .flatMap(schema -> COMBINATIONS.stream().map(schema::property))
                    .filter(followed)
                    .forEach(next::push);
        }
        return seen.contains(combination.parent().pointer());
    }
}
