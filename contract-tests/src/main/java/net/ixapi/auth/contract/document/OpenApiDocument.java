package net.ixapi.auth.contract.document;

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
     * @return title and version
     */
    public String title() {
        JsonNode info = root.path("info");
        return info.path("title").asString() + " " + info.path("version").asString();
    }

    /**
     * Tells one text of the document from another.
     *
     * @return its SHA-256, in hexadecimal digits
     */
    public String sha256() {
        return sha256;
    }

    /**
     * All operations.
     *
     * @return the operations in the order of the document
     */
    public List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        root.path("paths")
                .forEachEntry((path, item) -> item.forEachEntry((method, operation) -> {
                    if (METHODS.contains(method)) {
                        operations.add(operation(path, method, operation));
                    }
                }));
        return operations;
    }

    /**
     * Compares a body with the schema that the document gives to an answer.
     *
     * @param operation the operation
     * @param status the status whose schema counts
     * @param mediaType the media type whose schema counts, without parameters
     * @param body the body
     * @return what is wrong, without the body's values; empty where nothing is
     */
    public List<Breach> breaches(Operation operation, int status, String mediaType, String body) {
        JsonNode response = root.at(operation.pointer() + "/responses/" + status);
        JsonNode schema = resolved(response).path("content").path(mediaType).path("schema");
        return breaches(schema, body);
    }

    /**
     * The media types of an answer.
     *
     * @param operation the operation
     * @param status the status of the answer
     * @return the documented media types in their order
     */
    public List<String> mediaTypes(Operation operation, int status) {
        JsonNode response = resolved(root.at(operation.pointer() + "/responses/" + status));
        return List.copyOf(response.path("content").propertyNames());
    }

    /**
     * Compares a body with the schema that the document gives to a request.
     *
     * @param operation the operation
     * @param body the body
     * @return what is wrong; empty where nothing is
     */
    public List<Breach> breaches(Operation operation, JsonNode body) {
        return breaches(content(root.at(operation.pointer() + "/requestBody")).path("schema"), body.toString());
    }

    /**
     * Follows a reference.
     *
     * @param node a part of the document
     * @return what it refers to; the node itself if it is no reference
     */
    public JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asString("");
        return reference.startsWith("#/") ? resolved(root.at(reference.substring(1))) : node;
    }

    private List<Breach> breaches(JsonNode schema, String body) {
        return schemas.getSchema(location(schema)).validate(body, InputFormat.JSON).stream()
                .map(error -> new Breach(
                        error.getInstanceLocation().toString(),
                        error.getKeyword(),
                        error.getSchemaLocation().getFragment().toString()))
                .toList();
    }

    private Operation operation(String path, String method, JsonNode operation) {
        String pointer = "/paths/" + path.replace("~", "~0").replace("/", "~1") + "/" + method;
        JsonNode content = content(operation.path("requestBody"));
        return new Operation(
                operation.path("operationId").asString(),
                method.toUpperCase(Locale.ROOT),
                path,
                pointer,
                statuses(operation.path("responses")),
                resolved(content.path("schema")),
                example(content));
    }

    private static List<Integer> statuses(JsonNode responses) {
        return responses.propertyNames().stream()
                .filter(status -> status.matches("[1-5]\\d\\d"))
                .map(Integer::valueOf)
                .toList();
    }

    private JsonNode content(JsonNode requestBody) {
        return resolved(requestBody).path("content").path("application/json");
    }

    private JsonNode example(JsonNode content) {
        for (JsonNode example : content.path("examples")) {
            return resolved(example).path("value");
        }
        return content.path("example");
    }

    private static SchemaLocation location(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        if (reference.isEmpty()) {
            throw new IllegalStateException("The suite needs the schema of every body to be a $ref");
        }
        return SchemaLocation.of(NAME + reference);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
