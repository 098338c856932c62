package net.ixapi.auth.templates.differential;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.ixapi.auth.openapi.document.Discriminators;
import net.ixapi.auth.openapi.document.Document;
import net.ixapi.auth.openapi.document.Place;
import net.ixapi.auth.openapi.document.SchemaParts;

/**
 * All that a document says of the values at one place: the schema there with the parts of its {@code allOf}, and what other parts
 * around it say of the same property. Immutable.
 */
final class Shape {
    private final Document document;
    private final List<Place> parts;

    private Shape(Document document, List<Place> parts) {
        this.document = document;
        this.parts = parts;
    }

    static Shape of(Document document, Place schema) {
        return new Shape(document, SchemaParts.of(schema).toList());
    }

    Stream<Place> all(String keyword) {
        return parts.stream().map(part -> part.property(keyword)).filter(Place::exists);
    }

    boolean has(String keyword) {
        return all(keyword).findAny().isPresent();
    }

    String text(String keyword) {
        return all(keyword).map(Place::text).findFirst().orElse("");
    }

    boolean isTrue(String keyword) {
        return all(keyword).anyMatch(value -> value.text().equals("true"));
    }

    String type() {
        String type = text("type");
        return type.isEmpty() && (has("properties") || has("discriminator")) ? "object" : type;
    }

    /** The strictest of several bounds. */
    Optional<BigDecimal> bound(String keyword) {
        Stream<BigDecimal> bounds = all(keyword).map(bound -> new BigDecimal(bound.text()));
        return keyword.startsWith("min") ? bounds.max(BigDecimal::compareTo) : bounds.min(BigDecimal::compareTo);
    }

    int count(String keyword, int otherwise) {
        return bound(keyword).map(BigDecimal::intValue).orElse(otherwise);
    }

    /** Whether null may stand here; the first part is the schema itself. */
    boolean isNullable() {
        return parts.get(0).property("nullable").text().equals("true");
    }

    Map<String, Shape> properties() {
        Map<String, List<Place>> places = new LinkedHashMap<>();
        all("properties")
                .flatMap(properties -> properties.properties().stream())
                .forEach(property -> places.computeIfAbsent(property.name(), name -> new ArrayList<>())
                        .addAll(SchemaParts.of(property).toList()));
        Map<String, Shape> properties = new LinkedHashMap<>();
        places.forEach((name, found) -> properties.put(name, new Shape(document, found)));
        return properties;
    }

    /** What a request must have. */
    Set<String> required() {
        Map<String, Shape> properties = properties();
        Set<String> required = new LinkedHashSet<>();
        all("required")
                .flatMap(names -> names.items().stream())
                .map(Place::text)
                .filter(name ->
                        !properties.containsKey(name) || !properties.get(name).isTrue("readOnly"))
                .forEach(required::add);
        return required;
    }

    /** Where a property is called required. */
    Stream<Place> requiring(String property) {
        return all("required")
                .flatMap(names -> names.items().stream())
                .filter(name -> name.text().equals(property));
    }

    /** Whether the generator reads that a property is required: from a part with a type, and not of what a class inherits. */
    boolean requiresOfClass(String property) {
        boolean isInherited =
                parts.stream().anyMatch(part -> part.property("discriminator").exists() && declares(part, property));
        return requiring(property)
                .map(name -> name.parent().parent())
                .anyMatch(part -> part.property("type").exists() && (!isInherited || declares(part, property)));
    }

    private static boolean declares(Place part, String property) {
        return part.property("properties").property(property).exists();
    }

    /** Whether several parts of an {@code allOf} say what a text, a number or a list must be. */
    boolean isScalarOfParts() {
        return !type().equals("object")
                && all("allOf").anyMatch(allOf -> allOf.items().size() > 1);
    }

    Optional<Shape> items() {
        List<Place> items = all("items").flatMap(SchemaParts::of).toList();
        return items.isEmpty() ? Optional.empty() : Optional.of(new Shape(document, items));
    }

    /** What the values are of properties that are not named; empty if they may be anything. */
    Optional<Shape> additional() {
        List<Place> values = all("additionalProperties")
                .filter(Place::isObject)
                .flatMap(SchemaParts::of)
                .toList();
        return values.isEmpty() ? Optional.empty() : Optional.of(new Shape(document, values));
    }

    boolean isClosed() {
        return all("additionalProperties").anyMatch(value -> value.text().equals("false"));
    }

    /** The kinds that a discriminator tells apart, by the value of its property; one of them has itself alone. */
    Map<String, Shape> kinds() {
        Map<String, Shape> kinds = new LinkedHashMap<>();
        all("discriminator")
                .findFirst()
                .ifPresent(discriminator -> Discriminators.kinds(document, discriminator)
                        .forEach((value, reference) ->
                                kinds.put(value, of(document, Discriminators.schema(document, reference)))));
        if (kinds.values().stream().anyMatch(kind -> kind.id().equals(id()))) {
            kinds.values().removeIf(kind -> !kind.id().equals(id()));
        }
        return kinds;
    }

    String discriminator() {
        return all("discriminator")
                .map(discriminator -> discriminator.property("propertyName").text())
                .findFirst()
                .orElse("");
    }

    /** Where its parts stand. */
    List<String> pointers() {
        return parts.stream().map(Place::pointer).toList();
    }

    /** What tells this shape from all others. */
    String id() {
        return parts.get(0).pointer();
    }
}
