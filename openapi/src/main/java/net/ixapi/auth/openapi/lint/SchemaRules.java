package net.ixapi.auth.openapi.lint;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.ixapi.auth.openapi.document.Document;
import net.ixapi.auth.openapi.document.Finding;
import net.ixapi.auth.openapi.document.Place;
import net.ixapi.auth.openapi.document.SchemaParts;

final class SchemaRules {
    private static final Set<String> OF_ONE_TYPE = Set.of("""
            properties additionalProperties items pattern minLength maxLength minimum maximum multipleOf""".split("\\s+"));

    static final List<Rule> RULES = List.of(
            // No schema says what values are not: no annotation of a model can say that.
            Rule.refuse("not", not -> true, not -> "not is not supported by the templates: describe what is allowed"),
            // Every oneOf and anyOf has a discriminator: generated code could not tell which schema a value has.
            Rule.refuse(
                    document -> Stream.of("oneOf", "anyOf").flatMap(document.root()::uses),
                    alternatives ->
                            !alternatives.parent().property("discriminator").exists(),
                    alternatives -> alternatives.name()
                            + " without a discriminator is not supported by the templates: add one, or use a single schema"),
            // No schema is a part of itself by allOf.
            Rule.refuse(
                    "allOf",
                    allOf -> allOf.items().stream()
                            .flatMap(SchemaParts::of)
                            .map(Place::pointer)
                            .anyMatch(allOf.parent().pointer()::equals),
                    allOf -> "makes the schema a part of itself: remove that reference"),
            // No schema describes values without a type: those of every other type would fit it, too.
            Rule.refuse(
                    document -> OF_ONE_TYPE.stream().flatMap(document.root()::uses),
                    keyword -> SchemaParts.keyword(whole(keyword.parent()), "type")
                            .findAny()
                            .isEmpty(),
                    keyword -> keyword.name() + " without a type is not supported by the templates: add the type"),
            // No part of an allOf is an allOf of its own: the generator overlooks objects in it.
            Rule.refuse(
                    "allOf",
                    allOf -> isPart(allOf.parent()),
                    allOf -> "an allOf in an allOf is not supported by the templates: put its parts in the outer one"),
            // Every oneOf and anyOf is all that its schema says of the values: the generator overlooks the rest.
            Rule.refuse(
                    document -> Stream.of("oneOf", "anyOf").flatMap(document.root()::uses),
                    alternatives -> isPart(alternatives.parent())
                            || Stream.of("allOf", "properties")
                                    .anyMatch(other -> alternatives
                                            .parent()
                                            .property(other)
                                            .exists()),
                    alternatives -> alternatives.name() + " beside other properties is not supported by the templates: "
                            + "put them in each of its schemas"),
            // No object in an object in an allOf has properties of a type beside its own: see notSeen.
            Rule.refuse(
                    document -> document.components("schemas").stream()
                            .filter(schema -> schema.property("allOf").exists())
                            .flatMap(schema ->
                                    Stream.concat(Stream.of(schema), schema.property("allOf").items().stream()))
                            .flatMap(part -> part.property("properties").properties().stream())
                            .flatMap(property -> plainObject(property).stream())
                            .flatMap(SchemaRules::notSeen),
                    properties -> true,
                    properties -> "such an object inside another one in an allOf is not supported by the templates: "
                            + "move it to components/schemas, and refer to it"),
            // No object that is required says of itself that it is read only: its class does, but not the property.
            Rule.refuse(
                    document -> document.root().uses("required").flatMap(SchemaRules::requiredProperties),
                    property -> isReadOnlyClass(property.target()),
                    property -> "readOnly of an object is not supported by the templates where it is required: "
                            + "give it an allOf with $ref to the object, and put readOnly beside that"),
            // No schema of a oneOf stands alone, too, unless it lists the value that tells it apart: elsewhere it could
            // have another.
            SchemaRules::aloneWithAnyValue);

    private SchemaRules() {}

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

    private static Stream<Finding> aloneWithAnyValue(Document document) {
        Set<String> alone = document.root()
                .uses("$ref")
                .map(Place::parent)
                .filter(reference -> !isOneOfSeveral(reference))
                .map(reference -> reference.target().pointer())
                .collect(Collectors.toSet());
        return document.root()
                .uses("discriminator")
                .flatMap(discriminator -> Stream.of("oneOf", "anyOf")
                        .flatMap(keyword -> discriminator.parent().property(keyword).items().stream())
                        .map(Place::target)
                        .filter(schema -> alone.contains(schema.pointer()))
                        .flatMap(schema -> anyValue(
                                schema, discriminator.property("propertyName").text())));
    }

    private static Stream<Finding> anyValue(Place schema, String name) {
        return SchemaParts.keyword(schema, "properties")
                .map(properties -> properties.property(name))
                .filter(Place::exists)
                .filter(property ->
                        SchemaParts.keyword(property, "enum").findAny().isEmpty())
                .map(property ->
                        property.finding("tells a schema apart that stands alone, too, where it may have any value:"
                                + " give it an enum of the values that tell the schema apart"));
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
