package net.ixapi.auth.contract.document;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The OpenAPI document that servers are checked against. Immutable and safe for many threads. */
public final class OpenApiDocument {
    private static final String CONTRACT = "/META-INF/openapi/openapi.yaml";
    private static final String NAME = "urn:openapi";
    private static final String REFERENCE = "$ref";
    /** OpenAPI 3.0.3, Path Item Object. */
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    /** A rule that all items of an array break is broken once, however many there are. */
    private static final Pattern ITEM = Pattern.compile("/\\d+(?=/|$)");

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

    /** Loads the contract, and whatever comparing bodies with it takes. */
    public static void warmUp() {
        OpenApiDocument contract = ofTheContract();
        for (Operation operation : contract.operations()) {
            for (int status : operation.statuses()) {
                contract.mediaTypes(operation, status)
                        .forEach(mediaType -> contract.breaches(operation, status, mediaType, "{}"));
            }
        }
    }

    /**
     * Another document.
     *
     * @param file a file with OpenAPI 3.0 in YAML or JSON
     * @return the document
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if it holds no OpenAPI document with operations, or has references that lead nowhere
     */
    public static OpenApiDocument read(Path file) throws IOException {
        try {
            OpenApiDocument document = new OpenApiDocument(Files.readAllBytes(file));
            document.root.findValues(REFERENCE).forEach(document::requireEnd);
            if (!document.operations().isEmpty()) {
                return document;
            }
        } catch (JacksonException e) {
            throw new IllegalArgumentException("There is no YAML or JSON in " + file, e);
        }
        throw new IllegalArgumentException("There is no operation in " + file + ": is it an OpenAPI document?");
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
                    if (METHODS.contains(method) && operation.isObject()) {
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
        return breaches(schema(operation, status, mediaType), body);
    }

    /**
     * The members of an answer's body, at whatever depth.
     *
     * @param operation the operation
     * @param status the status of the answer
     * @param mediaType a documented media type of the answer, without parameters
     * @return the members in the order of the document
     */
    public List<Member> members(Operation operation, int status, String mediaType) {
        return Members.of(this, root.at(schema(operation, status, mediaType)));
    }

    /**
     * The media types of an answer.
     *
     * @param operation the operation
     * @param status the status of the answer
     * @return the documented media types in their order
     */
    public List<String> mediaTypes(Operation operation, int status) {
        return List.copyOf(root.at(response(operation, status) + "/content").propertyNames());
    }

    /**
     * The problem types that the document shows for an answer.
     *
     * @param operation the operation
     * @param status the status of the answer
     * @return the {@code type} of each example, without repetition
     */
    public List<String> problemTypes(Operation operation, int status) {
        Set<String> types = new LinkedHashSet<>();
        for (JsonNode content : root.at(response(operation, status) + "/content")) {
            for (JsonNode example : content.path("examples")) {
                types.add(resolved(example).path("value").path("type").asString(""));
            }
        }
        types.remove("");
        return List.copyOf(types);
    }

    /**
     * Compares a body with the schema that the document gives to a request.
     *
     * @param operation the operation
     * @param body the body
     * @return what is wrong; empty where nothing is
     */
    public List<Breach> breaches(Operation operation, JsonNode body) {
        return breaches(
                followed(operation.pointer() + "/requestBody") + "/content/application~1json/schema", body.toString());
    }

    /** Those to other files are not followed. */
    private void requireEnd(JsonNode reference) {
        Set<String> passed = new LinkedHashSet<>();
        for (String next = reference.asString(""); next.startsWith("#/"); ) {
            JsonNode found = root.at(next.substring(1));
            if (found.isMissingNode() || !passed.add(next)) {
                throw new IllegalArgumentException("The reference " + next + " leads nowhere: mend the document");
            }
            next = found.path(REFERENCE).asString("");
        }
    }

    /**
     * Follows a reference.
     *
     * @param node a part of the document
     * @return what it refers to; the node itself if it is no reference
     */
    JsonNode resolved(JsonNode node) {
        String reference = node.path(REFERENCE).asString("");
        return reference.startsWith("#/") ? resolved(root.at(reference.substring(1))) : node;
    }

    /** The same for places. */
    private String followed(String pointer) {
        String reference = root.at(pointer).path(REFERENCE).asString("");
        return reference.startsWith("#/") ? followed(reference.substring(1)) : pointer;
    }

    private String schema(Operation operation, int status, String mediaType) {
        return response(operation, status) + "/content/" + escaped(mediaType) + "/schema";
    }

    private String response(Operation operation, int status) {
        return followed(operation.pointer() + "/responses/" + status);
    }

    private List<Breach> breaches(String schema, String body) {
        SchemaLocation location = SchemaLocation.of(NAME + "#" + followed(schema));
        return schemas.getSchema(location).validate(body, InputFormat.JSON).stream()
                .map(error -> new Breach(
                        ITEM.matcher(error.getInstanceLocation().toString()).replaceAll("/0"),
                        error.getKeyword(),
                        error.getSchemaLocation().getFragment().toString()))
                .distinct()
                .toList();
    }

    private Operation operation(String path, String method, JsonNode operation) {
        JsonNode content =
                resolved(operation.path("requestBody")).path("content").path("application/json");
        return new Operation(
                operation.path("operationId").asString(),
                method.toUpperCase(Locale.ROOT),
                path,
                "/paths/" + escaped(path) + "/" + method,
                statuses(operation.path("responses")),
                !content.isMissingNode(),
                Members.of(this, content.path("schema")),
                example(content));
    }

    /** RFC 6901, section 3. */
    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static List<Integer> statuses(JsonNode responses) {
        return responses.propertyNames().stream()
                .filter(status -> status.matches("[1-5]\\d\\d"))
                .map(Integer::valueOf)
                .toList();
    }

    private JsonNode example(JsonNode content) {
        for (JsonNode example : content.path("examples")) {
            return resolved(example).path("value");
        }
        return content.path("example");
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
