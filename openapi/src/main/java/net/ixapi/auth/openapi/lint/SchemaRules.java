package net.ixapi.auth.openapi.lint;

import java.util.stream.Stream;
import net.ixapi.auth.openapi.document.Document;
import net.ixapi.auth.openapi.document.Finding;
import net.ixapi.auth.openapi.document.Place;
import net.ixapi.auth.openapi.document.SchemaParts;

final class SchemaRules {
    private SchemaRules() {}

    /** No schema says what values are not: no annotation of a model can say that. */
    static Stream<Finding> schemasSayWhatIsAllowed(Document document) {
        return document.root()
                .uses("not")
                .map(not -> not.finding("not is not supported by the templates: describe what is allowed"));
    }

    /** Every {@code oneOf} and {@code anyOf} has a discriminator: generated code could not tell which of the schemas a value has. */
    static Stream<Finding> alternativesHaveADiscriminator(Document document) {
        return Stream.of("oneOf", "anyOf")
                .flatMap(document.root()::uses)
                .filter(alternatives ->
                        !alternatives.parent().property("discriminator").exists())
                .map(
                        alternatives -> alternatives.finding(
                                alternatives.name()
                                        + " without a discriminator is not supported by the templates: add one, or use a single schema"));
    }

    /** No schema is a part of itself by {@code allOf}. */
    static Stream<Finding> schemasAreNotPartsOfThemselves(Document document) {
        return document.root()
                .uses("allOf")
                .filter(allOf -> allOf.items().stream()
                        .flatMap(SchemaParts::of)
                        .map(Place::pointer)
                        .anyMatch(allOf.parent().pointer()::equals))
                .map(allOf -> allOf.finding("makes the schema a part of itself: remove that reference"));
    }

    /** No optional property may be null: its model would need a library that users of the client do not get with it. */
    static Stream<Finding> optionalPropertiesAreNotNullable(Document document) {
        return document.root()
                .uses("properties")
                .flatMap(properties -> properties.properties().stream())
                .filter(property ->
                        property.target().property("nullable").text().equals("true"))
                .filter(property -> property.parent().parent().property("required").items().stream()
                        .noneMatch(required -> required.text().equals(property.name())))
                .map(property -> property.finding("is optional and may be null, for which its model would need"
                        + " org.openapitools:jackson-databind-nullable, and so would all users of the client:"
                        + " make it required, or leave nullable out"));
    }
}
