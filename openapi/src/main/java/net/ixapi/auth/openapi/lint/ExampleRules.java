package net.ixapi.auth.openapi.lint;

import com.networknt.schema.SchemaException;
import com.networknt.schema.path.NodePath;
import java.util.stream.Stream;
import net.ixapi.auth.openapi.document.Document;
import net.ixapi.auth.openapi.document.Finding;
import net.ixapi.auth.openapi.document.Place;
import net.ixapi.auth.openapi.document.Schemas;

final class ExampleRules {
    private ExampleRules() {}

    /** Every example, of a body, a parameter, a header or a schema, is valid against its schema. */
    static Stream<Finding> unfitExamples(Document document) {
        Schemas schemas = new Schemas(document);
        Stream<Finding> single =
                document.root().uses("example").flatMap(example -> findings(schemas, example, schemaBeside(example)));
        Stream<Finding> named = document.root()
                .uses("examples")
                .filter(examples -> schemaBeside(examples) != examples.parent())
                .flatMap(examples -> examples.properties().stream()
                        .map(example -> example.target().property("value"))
                        .flatMap(value -> findings(schemas, value, schemaBeside(examples))));
        return Stream.concat(single, named);
    }

    /** The schema of the body, parameter or header that has the examples; or what has them, which is a schema itself. */
    private static Place schemaBeside(Place examples) {
        Place schema = examples.parent().property("schema");
        return schema.exists() ? schema : examples.parent();
    }

    /** What is wrong with a value, each finding at the part of the value that it is about. */
    private static Stream<Finding> findings(Schemas schemas, Place value, Place schema) {
        if (!value.exists()) {
            return Stream.of(value.parent().finding("has no value"));
        }
        try {
            return schemas.at(schema).validate(value.json()).stream()
                    .map(error -> at(error.getInstanceLocation(), value)
                            .finding("does not fit its schema: " + error.getMessage()));
        } catch (SchemaException e) {
            return Stream.of(schema.finding("cannot be used as a schema: " + e.getMessage()));
        } catch (StackOverflowError e) {
            return Stream.of(schema.finding("cannot be used as a schema: its references lead on and on"));
        }
    }

    private static Place at(NodePath path, Place value) {
        Place place = value;
        for (int i = 0; i < path.getNameCount(); i++) {
            place = place.property(String.valueOf(path.getElement(i)));
        }
        return place;
    }
}
