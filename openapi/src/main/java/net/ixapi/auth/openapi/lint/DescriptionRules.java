package net.ixapi.auth.openapi.lint;

import java.util.stream.Stream;
import net.ixapi.auth.openapi.document.Document;
import net.ixapi.auth.openapi.document.Finding;
import net.ixapi.auth.openapi.document.Operation;
import net.ixapi.auth.openapi.document.Place;

final class DescriptionRules {
    private DescriptionRules() {}

    /** Every operation has a description. */
    static Stream<Finding> operationsAreDescribed(Document document) {
        return undescribed(document.operations().stream().map(Operation::place));
    }

    /** Every parameter has a description. */
    static Stream<Finding> parametersAreDescribed(Document document) {
        return undescribed(document.operations().stream()
                .flatMap(operation -> operation.parameters().stream())
                .filter(Place::exists));
    }

    /** Every schema that has a name, and every schema of a body, has a description. */
    static Stream<Finding> schemasAreDescribed(Document document) {
        Stream<Place> bodies = document.operations().stream()
                .flatMap(Operation::mediaTypes)
                .map(mediaType -> mediaType.property("schema"))
                .filter(Place::exists);
        return undescribed(Stream.concat(document.components("schemas").stream(), bodies));
    }

    /** Every property has a description, wherever the schema stands that has it. */
    static Stream<Finding> propertiesAreDescribed(Document document) {
        return undescribed(document.root().uses("properties").flatMap(properties -> properties.properties().stream()));
    }

    /** A reference has the description of what it names, and cannot have another. */
    private static Stream<Finding> undescribed(Stream<Place> places) {
        return places.filter(place -> !place.isReference())
                .filter(place -> place.property("description").isBlank())
                .map(place -> place.finding("has no description"));
    }
}
