package net.ixapi.auth.openapi.compatibility;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.ixapi.auth.openapi.document.Place;
import net.ixapi.auth.openapi.document.SchemaParts;

/**
 * A schema with references followed and {@code allOf} taken apart.
 *
 * @param parts where its keywords stand; a value must fit all of them. Where there is no schema, which allows everything, this is
 *     the one place at which it would stand
 */
record Schema(List<Place> parts) {
    private static final String ANY = "any";

    static Schema at(Place place) {
        return of(List.of(place));
    }

    /** What several schemas make together, such as those of a property that several parts of an {@code allOf} describe. */
    static Schema of(List<Place> places) {
        return new Schema(SchemaParts.of(places).toList());
    }

    boolean exists() {
        return parts.get(0).exists();
    }

    /** What tells it from other schemas of its document. */
    List<String> pointers() {
        return parts.stream().map(Place::pointer).toList();
    }

    /** Where a keyword stands, or would stand. */
    Place place(String keyword) {
        return places(keyword).findFirst().orElseGet(() -> parts.get(0).property(keyword));
    }

    Stream<Place> places(String keyword) {
        return parts.stream().map(part -> part.property(keyword)).filter(Place::exists);
    }

    Set<String> texts(String keyword) {
        return places(keyword).map(Place::text).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    boolean has(String keyword) {
        return texts(keyword).contains("true");
    }

    /** Its type, {@code any} if it names none. One that lists properties means objects. */
    String type() {
        Set<String> types = texts("type");
        if (types.isEmpty()) {
            return places("properties").findAny().isPresent() ? "object" : ANY;
        }
        return String.join(" and ", types);
    }

    /** Whether null fits: {@code nullable} adds it to the type beside it, and to no other (OpenAPI 3.0.3, "Schema Object"). */
    boolean isNullable() {
        return parts.stream()
                .filter(part -> !new Schema(List.of(part)).type().equals(ANY))
                .allMatch(part -> part.isTrue("nullable"));
    }

    /** Whether it refuses properties that it does not describe. */
    boolean isClosed() {
        return texts("additionalProperties").contains("false");
    }

    /** The schema under a keyword. */
    Schema below(String keyword) {
        List<Place> places = places(keyword).toList();
        if (places.isEmpty()) {
            return exists() ? at(place(keyword)) : this;
        }
        return of(places);
    }

    /** The alternatives of {@code oneOf} or {@code anyOf}. */
    List<Place> alternatives(String keyword) {
        return parts.stream()
                .flatMap(part -> part.items(keyword))
                .map(Place::target)
                .toList();
    }

    /** The names of all properties that it describes or requires. */
    Set<String> propertyNames() {
        return Stream.concat(
                        parts.stream()
                                .flatMap(part -> part.properties("properties"))
                                .map(Place::name),
                        required())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Where a property is described, or would be. */
    Place propertyPlace(String name) {
        return propertyPlaces(name)
                .findFirst()
                .orElseGet(() -> place("properties").property(name));
    }

    /** What describes a property, if anything does and messages of the direction carry it. */
    Optional<Schema> property(String name, Direction direction) {
        return property(name).filter(property -> !property.has(direction.hiding()));
    }

    /** Whether messages of the direction must have a property. */
    boolean requires(String name, Direction direction) {
        boolean isHidden =
                property(name).isPresent() && property(name, direction).isEmpty();
        return !isHidden && required().anyMatch(name::equals);
    }

    private Optional<Schema> property(String name) {
        return Optional.of(propertyPlaces(name).toList())
                .filter(places -> !places.isEmpty())
                .map(Schema::of);
    }

    private Stream<Place> propertyPlaces(String name) {
        return places("properties").map(properties -> properties.property(name)).filter(Place::exists);
    }

    private Stream<String> required() {
        return parts.stream().flatMap(part -> part.items("required")).map(Place::text);
    }
}
