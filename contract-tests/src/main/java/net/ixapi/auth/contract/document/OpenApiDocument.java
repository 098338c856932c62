package net.ixapi.auth.contract.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.ixapi.auth.openapi.document.Document;
import net.ixapi.auth.openapi.document.Place;
import net.ixapi.auth.openapi.document.PlainJson;
import net.ixapi.auth.openapi.document.SchemaParts;
import net.ixapi.auth.openapi.document.Schemas;
import net.ixapi.auth.openapi.document.UnreadableDocumentException;

/** The OpenAPI document that servers are checked against. Immutable and safe for many threads. */
public final class OpenApiDocument {
    /** Secrets in any document: the one that IX-API publishes marks none. */
    private static final List<String> TOKENS = List.of("access_token", "refresh_token");

    /** A rule that all items of an array break is broken once, however many there are. */
    private static final Pattern ITEM = Pattern.compile("/\\d+(?=/|$)");

    private static final Pattern POINTER = Pattern.compile("#/[\\w/~.-]+");
    /** Needed in any run, since requirements have lines of it. It stands behind what reading it needs. */
    private static final OpenApiDocument CONTRACT = readContract();

    private final Place root;
    private final Schemas schemas;
    private final List<Operation> operations;
    private final Set<String> secrets;
    private final String sha256;

    private OpenApiDocument(Document document, String name, byte[] utf8) {
        this.root = document.root();
        this.operations = document.operations().stream()
                .filter(operation -> operation.place().isObject())
                .map(operation -> Operation.of(operation, root.property("security")))
                .toList();
        if (operations.isEmpty()) {
            throw new IllegalArgumentException("There is no operation in " + name + ": is it an OpenAPI document?");
        }
        root.uses("$ref").forEach(OpenApiDocument::requireEnd);
        SchemaParts.combinations(root).filter(SchemaParts::leadsBack).forEach(combination -> {
            throw new IllegalArgumentException(combination
                    .finding("leads back to the schema itself: remove that reference")
                    .toString());
        });
        Stream<String> marked = root.uses("properties")
                .flatMap(properties -> properties.properties().stream())
                .filter(OpenApiDocument::isSecret)
                .map(Place::name);
        this.secrets = Stream.concat(TOKENS.stream(), marked).collect(Collectors.toUnmodifiableSet());
        this.schemas = new Schemas(document);
        this.sha256 = sha256(utf8);
    }

    /**
     * The contract that this suite was built with.
     *
     * @return the document
     */
    public static OpenApiDocument ofTheContract() {
        return CONTRACT;
    }

    private static OpenApiDocument readContract() {
        String name = "/META-INF/openapi/openapi.yaml";
        try (InputStream yaml = OpenApiDocument.class.getResourceAsStream(name)) {
            Objects.requireNonNull(yaml, "ixapi-auth-openapi is not on the class path: it holds " + name);
            byte[] utf8 = yaml.readAllBytes();
            return new OpenApiDocument(Document.parse(utf8, "openapi.yaml"), "openapi.yaml", utf8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Loads the contract, and whatever comparing bodies with it takes. */
    public static void warmUp() {
        OpenApiDocument contract = ofTheContract();
        contract.operations().forEach(operation -> contract.violations(operation, operation.example()));
    }

    /**
     * Another document.
     *
     * @param file a file with OpenAPI 3.0 in YAML or JSON
     * @return the document
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if it holds no OpenAPI document with operations, or has references that lead nowhere or
     *     schemas that are none
     */
    public static OpenApiDocument read(Path file) throws IOException {
        try {
            byte[] utf8 = Document.bytes(file);
            Document document = Document.parse(utf8, file.toString());
            OpenApiDocument contract = new OpenApiDocument(document, file.toString(), utf8);
            document.operations().stream()
                    .flatMap(operation -> operation.mediaTypes())
                    .map(mediaType -> mediaType.property("schema"))
                    .filter(Place::exists)
                    .forEach(contract::requireSchema);
            return contract;
        } catch (UnreadableDocumentException e) {
            throw new IllegalArgumentException("There is no YAML or JSON in " + e.getMessage(), e);
        }
    }

    /** The validator would say so in the middle of the run. */
    private void requireSchema(Place schema) {
        try {
            schemas.at(schema).initializeValidators();
        } catch (SchemaException e) {
            throw new IllegalArgumentException(
                    schema.finding("cannot be used as a schema: " + e.getMessage())
                            .toString(),
                    e);
        }
    }

    /** A text that is marked, or a list or a map of such. */
    private static boolean isSecret(Place property) {
        Stream<Place> values =
                Stream.of("items", "additionalProperties").flatMap(keyword -> SchemaParts.keyword(property, keyword));
        return Stream.concat(Stream.of(property), values)
                .flatMap(SchemaParts::of)
                .anyMatch(part -> part.isTrue("x-secret"));
    }

    /** Those to other files are not followed. */
    private static void requireEnd(Place reference) {
        if (reference.text().startsWith("#") && !reference.parent().target().exists()) {
            throw new IllegalArgumentException(
                    reference.finding("leads nowhere: " + reference.text()).toString());
        }
    }

    /**
     * Adds the line to each place of the document that a text names.
     *
     * @param source who demands something, such as {@code #/paths/~1auth~1token}
     * @return the same with {@code openapi.yaml:18} before the place
     */
    public String located(String source) {
        return POINTER.matcher(source)
                .replaceAll(found -> "openapi.yaml:"
                        + root.follow(found.group()).line() + " " + Matcher.quoteReplacement(found.group()));
    }

    /**
     * What the document calls itself.
     *
     * @return title and version
     */
    public String title() {
        Place info = root.property("info");
        return info.text("title") + " " + info.text("version");
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
        return operations;
    }

    /**
     * What must stand in no report: tokens, and what the document marks by {@code x-secret: true}.
     *
     * @return the names of these properties
     */
    public Set<String> secrets() {
        return secrets;
    }

    /**
     * Compares a body with the schema of an operation's requests.
     *
     * @param operation the operation
     * @param body the body
     * @return what is wrong; empty where nothing is
     */
    public List<SchemaViolation> violations(Operation operation, JsonNode body) {
        return violations(operation.json().property("schema"), body.toString());
    }

    /**
     * Compares a body with a schema.
     *
     * @param schema a schema of the document, which may be missing: then any body will do
     * @param body the body
     * @return what is wrong, without the body's values; empty where nothing is
     */
    public List<SchemaViolation> violations(Place schema, String body) {
        Place target = schema.target();
        if (!target.exists()) {
            // A media type need not have a schema, and other files are not read.
            return List.of();
        }
        return schemas.at(target).validate(PlainJson.read(body)).stream()
                .map(error -> new SchemaViolation(
                        ITEM.matcher(error.getInstanceLocation().toString()).replaceAll("/0") + missing(error),
                        error.getKeyword(),
                        error.getSchemaLocation().getFragment().toString()))
                .distinct()
                .toList();
    }

    private static String missing(Error error) {
        return error.getKeyword().equals("required") ? "/" + error.getProperty() : "";
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
