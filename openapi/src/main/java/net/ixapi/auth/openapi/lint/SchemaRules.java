package net.ixapi.auth.openapi.lint;

import static net.ixapi.auth.openapi.lint.Places.SCHEMAS;
import static net.ixapi.auth.openapi.lint.Places.uses;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.ixapi.auth.openapi.document.Document;
import net.ixapi.auth.openapi.document.Place;
import net.ixapi.auth.openapi.document.SchemaParts;

/** Schemas that mean more than the generator reads, or something else. */
final class SchemaRules {
    /** What says something of values of one type only. */
    private static final Places OF_ONE_TYPE = uses(
            "properties",
            "additionalProperties",
            "items",
            "pattern",
            "minLength",
            "maxLength",
            "minimum",
            "maximum",
            "multipleOf");

    private static final Places TELLING_APART_ALONE = SchemaRules::tellingApartAlone;

    static final List<Rule> RULES = List.of(
            // No schema describes values without a type: those of every other type would fit it, too.
            OF_ONE_TYPE
                    .where(keyword -> lacks(whole(keyword.parent()), "type"))
                    .refuse(keyword ->
                            keyword.name() + " without a type is not supported by the templates: add the type"),
            // No part of an allOf is an allOf of its own: the generator overlooks objects in it.
            uses("allOf")
                    .where(allOf -> isPart(allOf.parent()))
                    .refuse("an allOf in an allOf is not supported by the templates: put its parts in the outer one"),
            // Every oneOf and anyOf is all that its schema says of the values: the generator overlooks the rest.
            uses("oneOf", "anyOf")
                    .where(alternatives -> hasMore(alternatives.parent()))
                    .refuse(
                            alternatives -> alternatives.name()
                                    + " beside other properties is not supported by the templates: put them in each of its schemas"),
            // No oneOf or anyOf is a part of an allOf, where it would be the
            // parent of a class; alone, a property may have it.
            uses("allOf")
                    .where(allOf -> allOf.items().size() > 1
                            || allOf.parent().parent().name().equals("schemas"))
                    .where(allOf -> allOf.items().stream().anyMatch(SchemaRules::isChoice))
                    .refuse("a oneOf or anyOf in an allOf is not supported by the templates: "
                            + "put the other parts in each of its schemas"),
            // No object in an object in an allOf has properties of a type beside its own: see notSeen.
            SCHEMAS.where(schema -> schema.property("allOf").exists())
                    .each(schema -> Stream.concat(Stream.of(schema), schema.property("allOf").items().stream()))
                    .each(part -> part.property("properties").properties().stream())
                    .each(property -> plainObject(property).stream())
                    .each(SchemaRules::notSeen)
                    .refuse("such an object inside another one in an allOf is not supported by the templates: "
                            + "move it to components/schemas, and refer to it"),
            // No object that is required says of itself that it is read only: its class does, but not the property.
            uses("required")
                    .each(SchemaRules::requiredProperties)
                    .where(property -> isReadOnlyClass(property.target()))
                    .refuse("readOnly of an object is not supported by the templates where it is required: "
                            + "give it an allOf with $ref to the object, and put readOnly beside that"),
            // A schema of a oneOf that stands alone, too, lists the value
            // that tells it apart: the generated class has no other.
            TELLING_APART_ALONE
                    .where(property -> lacks(property, "enum"))
                    .refuse("tells a schema apart that stands alone, too, where it may have any value: "
                            + "give it an enum of the values that tell the schema apart"));

    private SchemaRules() {}

    private static boolean lacks(Place schema, String keyword) {
        return SchemaParts.keyword(schema, keyword).findAny().isEmpty();
    }

    private static boolean hasMore(Place schema) {
        return isPart(schema)
                || schema.property("allOf").exists()
                || schema.property("properties").exists();
    }

    private static boolean isChoice(Place part) {
        return part.target().property("oneOf").exists()
                || part.target().property("anyOf").exists();
    }

    private static Stream<Place> requiredProperties(Place required) {
        Place whole = whole(required.parent());
        return required.items().stream()
                .flatMap(name ->
                        SchemaParts.keyword(whole, "properties").map(properties -> properties.property(name.text())));
    }

    private static boolean isReadOnlyClass(Place schema) {
        return schema.property("readOnly").text().equals("true")
                && (schema.property("properties").exists()
                        || schema.property("allOf").items().size() > 1);
    }

    /** What tells the schemas of a {@code oneOf} apart that stand alone, too. */
    private static Stream<Place> tellingApartAlone(Document document) {
        Set<String> alone = uses("$ref")
                .in(document)
                .map(Place::parent)
                .filter(reference -> !isOneOfSeveral(reference))
                .map(reference -> reference.target().pointer())
                .collect(Collectors.toSet());
        return uses("discriminator")
                .in(document)
                .flatMap(discriminator -> Stream.of("oneOf", "anyOf")
                        .flatMap(keyword -> discriminator.parent().property(keyword).items().stream())
                        .map(Place::target)
                        .filter(schema -> alone.contains(schema.pointer()))
                        .flatMap(schema -> SchemaParts.keyword(schema, "properties"))
                        .map(properties -> properties.property(
                                discriminator.property("propertyName").text())))
                .filter(Place::exists);
    }

    private static boolean isOneOfSeveral(Place schema) {
        return List.of("oneOf", "anyOf").contains(schema.parent().name())
                || isPart(schema) && schema.parent().items().size() > 1;
    }

    private static boolean isPart(Place schema) {
        return schema.parent() != null && schema.parent().name().equals("allOf");
    }

    /** What a part of an {@code allOf} is a part of. */
    private static Place whole(Place schema) {
        return isPart(schema) ? whole(schema.parent().parent()) : schema;
    }

    /**
     * Objects within an object in an {@code allOf} that the generator makes no classes of. There it looks for plain ones only, which
     * stand alone, in a list or in a map.
     */
    private static Stream<Place> notSeen(Place object) {
        return object.property("properties").properties().stream()
                .flatMap(property ->
                        plainObject(property).map(SchemaRules::notSeen).orElseGet(() -> property.uses("properties")));
    }

    private static Optional<Place> plainObject(Place schema) {
        return Stream.of(schema, schema.property("items"), schema.property("additionalProperties"))
                .filter(object -> object.property("properties").exists())
                .findFirst()
                .filter(object -> isClosed(object.property("additionalProperties")));
    }

    private static boolean isClosed(Place additional) {
        return !additional.exists() || additional.text().equals("false");
    }
}
