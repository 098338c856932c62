package net.ixapi.auth.openapi.lint;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import com.networknt.schema.path.NodePath;
import java.util.Map;
import java.util.stream.Stream;
import net.ixapi.auth.openapi.document.Document;
import net.ixapi.auth.openapi.document.Finding;
import net.ixapi.auth.openapi.document.Place;
import tools.jackson.databind.json.JsonMapper;

/** Checks values that stand in a document against schemas that stand in the same document. */
final class SchemaValidator {
    private static final String DOCUMENT = "urn:document";

    /** Around the schemas, the document is full of what is no keyword of a schema. */
    private static final Dialect DIALECT = Dialect.builder(Dialects.getOpenApi30())
            .unknownKeywordFactory((keyword, context) -> new NonValidationKeyword(keyword))
            .build();

    private final Schema document;

    SchemaValidator(Document document) {
        Map<String, String> documents = Map.of(DOCUMENT, json(document.root()));
        this.document = SchemaRegistry.withDialect(DIALECT, builder -> builder.schemas(documents))
                .getSchema(SchemaLocation.of(DOCUMENT));
    }

    /** What is wrong with a value, each finding at the part of the value that it is about. */
    Stream<Finding> findings(Place value, Place schema) {
        if (!value.exists()) {
            return Stream.of(value.parent().finding("has no value"));
        }
        try {
            return schema(schema.pointer()).validate(json(value), InputFormat.JSON).stream()
                    .map(error -> at(error.getInstanceLocation(), value)
                            .finding("does not fit its schema: " + error.getMessage()));
        } catch (SchemaException e) {
            return Stream.of(schema.finding("cannot be used as a schema: " + e.getMessage()));
        }
    }

    private Schema schema(String pointer) {
        String fragment = pointer.replace("%", "%25").replace("+", "%2B");
        return document.getRefSchema(
                SchemaLocation.of(DOCUMENT + "#" + fragment).getFragment());
    }

    private static Place at(NodePath path, Place value) {
        Place place = value;
        for (int i = 0; i < path.getNameCount(); i++) {
            place = place.property(String.valueOf(path.getElement(i)));
        }
        return place;
    }

    private static String json(Place place) {
        return JsonMapper.shared().writeValueAsString(place.value());
    }
}
