package net.ixapi.auth.openapi.lint;

import java.util.stream.Stream;
import net.ixapi.auth.openapi.document.Document;
import net.ixapi.auth.openapi.document.Finding;
import net.ixapi.auth.openapi.document.Operation;
import net.ixapi.auth.openapi.document.Place;

final class ExampleRules {
    private ExampleRules() {}

    /** Every content of a request body and of a response has an example. */
    static Stream<Finding> bodiesHaveAnExample(Document document) {
        return document.operations().stream()
                .flatMap(Operation::mediaTypes)
                .filter(mediaType -> !mediaType.property("example").exists())
                .filter(mediaType -> mediaType.property("examples").properties().isEmpty())
                .map(mediaType -> mediaType.finding("has no example"));
    }

    /** Every example, of a body, a parameter, a header or a schema, is valid against its schema. */
    static Stream<Finding> examplesFitTheirSchema(Document document) {
        SchemaValidator validator = new SchemaValidator(document);
        Stream<Finding> single =
                document.root().uses("example").flatMap(example -> validator.findings(example, schemaBeside(example)));
        Stream<Finding> named = document.root()
                .uses("examples")
                .filter(examples -> schemaBeside(examples) != examples.parent())
                .flatMap(examples -> examples.properties().stream()
                        .map(example -> example.target().property("value"))
                        .flatMap(value -> validator.findings(value, schemaBeside(examples))));
        return Stream.concat(single, named);
    }

    /** The schema of the body, parameter or header that has the examples; or what has them, which is a schema itself. */
    private static Place schemaBeside(Place examples) {
        Place schema = examples.parent().property("schema");
        return schema.exists() ? schema : examples.parent();
    }
}
