package net.ixapi.auth.openapi.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.ExecutionConfig;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The schemas of a document, for the validation of values. Safe for many threads. */
public final class Schemas {
    private static final SchemaLocation DOCUMENT = SchemaLocation.of("urn:document");

    private static final ExecutionConfig OF_REQUEST =
            ExecutionConfig.builder().readOnly(true).build();

    private final Place root;
    private final Schema document;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    /**
     * Reads the schemas when they are asked for.
     *
     * @throws SchemaException if the document is not an object
     */
    public Schemas(Document document) {
        this.root = document.root();
        this.document = SchemaRegistry.withDialect(OpenApiDialect.of(document)).getSchema(DOCUMENT, root.json());
    }

    /**
     * The schema at a place.
     *
     * @throws SchemaException here or in its {@code validate}, if it is not a schema or refers to what is not there
     */
    public Schema at(Place place) {
        return schemas.computeIfAbsent(place.pointer(), this::load);
    }

    /**
     * What is wrong with a part of a request: a property that is {@code readOnly} is required in responses only (OpenAPI 3.0.3,
     * Schema Object).
     */
    public static List<Error> ofRequest(Schema schema, JsonNode value) {
        // Otherwise the validator builds three configurations for each value.
        ExecutionContext context = new ExecutionContext(OF_REQUEST);
        schema.validate(context, value);
        return context.getErrors();
    }

    /** The place of the keyword that an error is about. */
    public Place keyword(Error error) {
        return root.follow("#" + error.getSchemaLocation().getFragment());
    }

    private Schema load(String pointer) {
        String fragment = pointer.replace("%", "%25").replace("+", "%2B");
        return document.getRefSchema(
                SchemaLocation.of(DOCUMENT + "#" + fragment).getFragment());
    }
}
