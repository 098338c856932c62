package net.ixapi.auth.contract.document;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The OpenAPI document that servers are checked against. Immutable and safe for many threads. */
public final class OpenApiDocument {
    private static final String CONTRACT = "/META-INF/openapi/openapi.yaml";
    private static final String NAME = "urn:openapi";
    /** OpenAPI 3.0.3, Path Item Object. */
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private final JsonNode root;
    private final String sha256;
    private final SchemaRegistry schemas;

    private OpenApiDocument(byte[] yaml) {
        this.root = new YAMLMapper().readTree(yaml);
        this.sha256 = sha256(yaml);
        Map<String, String> documents = Map.of(NAME, root.toString());
        this.schemas = SchemaRegistry.withDialect(Dialects.getOpenApi30(), builder -> builder.schemas(documents));
    }

    private static final class Contract {
        private static final OpenApiDocument INSTANCE = read();

        private static OpenApiDocument read() {
            try (InputStream yaml = OpenApiDocument.class.getResourceAsStream(CONTRACT)) {
                if (yaml == null) {
                    throw new IllegalStateException(
                            "ixapi-auth-openapi is not on the class path: it holds " + CONTRACT);
                }
                return new OpenApiDocument(yaml.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * The contract that this suite was built with.
     *
     * @return the document
     */
    public static OpenApiDocument ofTheContract() {
        return Contract.INSTANCE;
    }

    /**
     * What the document calls itself.
     *
     * @return title, version and the beginning of its SHA-256
     */
    public String title() {
        JsonNode info = root.path("info");
        return info.path("title").asString() + " " + info.path("version").asString() + " (sha256 "
                + sha256.substring(0, 12) + ")";
    }

    /**
     * All operations.
     *
     * @return the operations in the order of the document
     */
    public List<DocumentedOperation> operations() {
        List<DocumentedOperation> operations = new ArrayList<>();
        root.path("paths")
                .forEachEntry((path, item) -> item.forEachEntry((method, operation) -> {
                    if (METHODS.contains(method)) {
                        operations.add(new DocumentedOperation(
                                operation.path("operationId").asString(),
                                method.toUpperCase(Locale.ROOT),
                                path,
                                List.copyOf(operation.path("responses").propertyNames())));
                    }
                }));
        return operations;
    }

    /**
     * Compares a body with the schema that the document gives to an answer.
     *
     * @param operationId the operation
     * @param status the status of the answer
     * @param mediaType the media type of the answer, without parameters
     * @param body the body
     * @return what is wrong, without the body's values; empty where nothing is
     */
    public List<String> mistakes(String operationId, int status, String mediaType, String body) {
        JsonNode response = response(operationId, status);
        if (response.isMissingNode()) {
            return List.of("the document has no answer " + status);
        }
        JsonNode schema = response.path("content").path(mediaType).path("schema");
        if (schema.isMissingNode()) {
            return List.of("the document has no " + mediaType + " for the answer " + status);
        }
        return schemas.getSchema(location(schema)).validate(body, InputFormat.JSON).stream()
                .map(OpenApiDocument::withoutValues)
                .toList();
    }

    private JsonNode response(String operationId, int status) {
        for (JsonNode item : root.path("paths")) {
            for (JsonNode operation : item) {
                if (operation.path("operationId").asString("").equals(operationId)) {
                    return resolved(operation.path("responses").path("" + status));
                }
            }
        }
        throw new IllegalArgumentException("The document has no operation " + operationId);
    }

    private JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asString("");
        return reference.startsWith("#/") ? root.at(reference.substring(1)) : node;
    }

    private static SchemaLocation location(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        if (reference.isEmpty()) {
            throw new IllegalStateException("The suite needs the schema of every answer to be a $ref");
        }
        return SchemaLocation.of(NAME + reference);
    }

    private static String withoutValues(Error error) {
        return error.getInstanceLocation() + " breaks the rule '" + error.getKeyword() + "' of "
                + error.getSchemaLocation().getFragment();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
