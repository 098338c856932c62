package net.ixapi.auth.openapi.lint;

import static net.ixapi.auth.openapi.lint.Places.PROPERTIES;
import static net.ixapi.auth.openapi.lint.Places.SCHEMAS;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.ixapi.auth.openapi.document.Document;
import net.ixapi.auth.openapi.document.Finding;
import net.ixapi.auth.openapi.document.Operation;
import net.ixapi.auth.openapi.document.Place;
import net.ixapi.auth.openapi.document.SchemaParts;

final class NameRules {
    private static final String NO_NAME = "has no letter a to z or digit in its name: Java needs one";
    /** What generated models have a member of their own for. */
    private static final Set<String> OWN_MEMBERS = Set.of("additionalProperties", "equals");

    static final List<Rule> RULES = List.of(
            // No two schemas become the same class.
            document -> repeated(document.components("schemas"), Place::name, JavaNames::caseless),
            // No schema becomes a class that hides one which the generated code needs.
            SCHEMAS.where(schema -> JavaNames.isTakenByType(schema.name()))
                    .refuse("has the name of a Java type that the generated code uses: rename it"),
            // No two properties of a schema, with those of its allOf, have the same getter.
            document -> Places.uses("properties", "allOf")
                    .in(document)
                    .map(Place::parent)
                    .flatMap(schema -> repeated(properties(schema), Place::name, JavaNames::property)),
            // No property has the name of a member that each generated model has.
            PROPERTIES
                    .where(property -> OWN_MEMBERS.contains(property.name()))
                    .refuse("has the name of a member of every generated model: rename it"),
            PROPERTIES
                    .where(property -> JavaNames.property(property.name()).isEmpty())
                    .refuse(NO_NAME),
            // No property with an enum of its own has a name that begins with a digit: the Java type would have it too.
            PROPERTIES
                    .where(property -> Character.isDigit((JavaNames.property(property.name()) + "_").charAt(0))
                            && hasEnumOfItsOwn(property))
                    .refuse(
                            "has a name that begins with a digit, which a Java type for its enum cannot have: move the enum to"
                                    + " a schema under components"),
            NameRules::takenOperationIds,
            // No two tags become the same API class.
            document -> {
                List<Place> tags =
                        places(document, operation -> operation.property("tags").property("0"));
                return Stream.concat(unnamed(tags), repeated(tags, Place::text, JavaNames::caseless));
            });

    private NameRules() {}

    private static boolean hasEnumOfItsOwn(Place schema) {
        return schema.property("enum").exists()
                || schema.property("items").exists() && hasEnumOfItsOwn(schema.property("items"));
    }

    private static List<Place> properties(Place schema) {
        return SchemaParts.keyword(schema, "properties")
                .flatMap(properties -> properties.properties().stream())
                .toList();
    }

    /** No operation becomes a method that every object has, or another one of the same API. */
    private static Stream<Finding> takenOperationIds(Document document) {
        List<Place> ids = places(document, operation -> operation.property("operationId")).stream()
                .filter(id -> !id.text().isBlank())
                .toList();
        Set<String> variants = ids.stream()
                .map(id -> JavaNames.caseless(id.text()) + "withresponse")
                .collect(Collectors.toSet());
        return Stream.concat(
                unnamed(ids),
                ids.stream()
                        .filter(id -> JavaNames.isTakenByMethod(id.text())
                                || variants.contains(JavaNames.caseless(id.text())))
                        .map(id -> id.finding("is the name of another member of the generated code: rename it")));
    }

    private static List<Place> places(Document document, UnaryOperator<Place> ofOperation) {
        return document.operations().stream()
                .map(Operation::place)
                .map(ofOperation)
                .filter(Place::exists)
                .toList();
    }

    private static Stream<Finding> unnamed(List<Place> names) {
        return names.stream()
                .filter(name -> JavaNames.caseless(name.text()).isEmpty())
                .map(name -> name.finding(NO_NAME));
    }

    /** Where one name becomes in Java what another one became before it. */
    private static Stream<Finding> repeated(
            List<Place> places, Function<Place, String> name, UnaryOperator<String> javaName) {
        Map<String, Place> first = new HashMap<>();
        return places.stream().flatMap(place -> {
            Place other = first.putIfAbsent(javaName.apply(name.apply(place)), place);
            return other == null || name.apply(other).equals(name.apply(place))
                    ? Stream.empty()
                    : Stream.of(
                            place.finding("has the same name in Java as " + other.pointer() + ": rename one of them"));
        });
    }
}
