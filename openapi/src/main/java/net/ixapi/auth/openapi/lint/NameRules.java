package net.ixapi.auth.openapi.lint;

import static net.ixapi.auth.openapi.lint.Places.OPERATIONS;
import static net.ixapi.auth.openapi.lint.Places.PROPERTIES;
import static net.ixapi.auth.openapi.lint.Places.SCHEMAS;
import static net.ixapi.auth.openapi.lint.Places.uses;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.ixapi.auth.openapi.document.Finding;
import net.ixapi.auth.openapi.document.Place;
import net.ixapi.auth.openapi.document.SchemaParts;

final class NameRules {
    private static final String NO_NAME = "has no letter a to z or digit in its name: Java needs one";
    /** What generated models have a member of their own for, as {@link JavaNames#property} gives it. */
    private static final Set<String> OWN_MEMBERS = Set.of("AdditionalProperties", "Equals");

    private static final String TAKEN = "is the name of another member of the generated code: rename it";

    private static final Places OPERATION_IDS =
            OPERATIONS.at("operationId").where(id -> !id.text().isBlank());
    private static final Places TAGS = OPERATIONS.at("tags").at("0");

    static final List<Rule> RULES = List.of(
            // No two schemas become the same class.
            document -> repeated(SCHEMAS.in(document), Place::name, JavaNames::caseless),
            // No schema becomes a class that hides one which the generated code needs.
            SCHEMAS.where(schema -> JavaNames.isTakenByType(schema.name()))
                    .refuse("has the name of a Java type that the generated code uses: rename it"),
            // No two properties of a schema, with those of its allOf, have the same getter.
            document -> uses("properties", "allOf")
                    .in(document)
                    .map(Place::parent)
                    .flatMap(schema -> repeated(properties(schema), Place::name, JavaNames::property)),
            // No property has the name of a member that each generated model has.
            PROPERTIES
                    .where(property -> OWN_MEMBERS.contains(JavaNames.property(property.name())))
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
            // No operation becomes a method that every object has, or another one of the same API.
            OPERATION_IDS.where(id -> JavaNames.caseless(id.text()).isEmpty()).refuse(NO_NAME),
            OPERATION_IDS.where(id -> JavaNames.isTakenByMethod(id.text())).refuse(TAKEN),
            document -> {
                Set<String> variants = OPERATION_IDS
                        .in(document)
                        .map(id -> JavaNames.caseless(id.text()) + "withresponse")
                        .collect(Collectors.toSet());
                return OPERATION_IDS
                        .where(id -> variants.contains(JavaNames.caseless(id.text())))
                        .refuse(TAKEN)
                        .findings(document);
            },
            // No two tags become the same API class.
            TAGS.where(tag -> JavaNames.caseless(tag.text()).isEmpty()).refuse(NO_NAME),
            document -> repeated(TAGS.in(document), Place::text, JavaNames::caseless));

    private NameRules() {}

    private static boolean hasEnumOfItsOwn(Place schema) {
        return schema.property("enum").exists()
                || schema.property("items").exists() && hasEnumOfItsOwn(schema.property("items"));
    }

    private static Stream<Place> properties(Place schema) {
        return SchemaParts.of(schema).flatMap(part -> part.properties("properties"));
    }

    /** Where one name becomes in Java what another one became before it. */
    private static Stream<Finding> repeated(
            Stream<Place> places, Function<Place, String> name, UnaryOperator<String> javaName) {
        Map<String, Place> first = new HashMap<>();
        return places.flatMap(place -> {
            Place other = first.putIfAbsent(javaName.apply(name.apply(place)), place);
            return other == null || name.apply(other).equals(name.apply(place))
                    ? Stream.empty()
                    : Stream.of(
                            place.finding("has the same name in Java as " + other.pointer() + ": rename one of them"));
        });
    }
}
