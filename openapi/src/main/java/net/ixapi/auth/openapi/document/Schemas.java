package net.ixapi.auth.openapi.document;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The schemas of a document, for the validation of values. Safe for many threads. */
public final class Schemas {
    private static final SchemaLocation DOCUMENT = SchemaLocation.of("urn:document");

    /** Around the schemas, the document is full of what is not a keyword of a schema. */
    private static final Dialect DIALECT = Dialect.builder(Dialects.getOpenApi30())
            .unknownKeywordFactory((keyword, context) -> new NonValidationKeyword(keyword))
            .build();

    private final Schema document;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    /**
     * Reads the schemas when they are asked for.
     *
     * @throws SchemaException if the document is not an object
     */
    public Schemas(Document document) {
        this.document = SchemaRegistry.withDialect(DIALECT)
                .getSchema(DOCUMENT, document.root().json());
    }

    /**
     * The schema at a place.
     *
     * @throws SchemaException here or in its {@code validate}, if it is not a schema or refers to what is not there
     */
    public Schema at(Place place) {
        return schemas.computeIfAbsent(place.pointer(), this::load);
    }

    private Schema load(String pointer) {
        String fragment = pointer.replace("%", "%25").replace("+", "%2B");
        return document.getRefSchema(
                SchemaLocation.of(DOCUMENT + "#" + fragment).getFragment());
    }
}
