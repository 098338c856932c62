package net.ixapi.auth.templates.random;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** A document made of the keywords that the templates support, another one for each seed. Not safe for use by several threads. */
final class RandomDocument {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Random random;
    private final RandomSchema schemas;
    private final ObjectNode root = JSON.objectNode();
    private final ObjectNode components = JSON.objectNode();

    /** The schemas of a {@code oneOf}: alone, nothing says which value their discriminator has. */
    private final List<String> ofOthers = new ArrayList<>();

    private RandomDocument(long seed) {
        this.random = new Random(seed);
        this.schemas = new RandomSchema(random);
    }

    /**
     * A document.
     *
     * @param seed the same seed makes the same document
     * @param size how many schemas have names
     */
    static String of(long seed, int size) {
        return new RandomDocument(seed).make(size).toPrettyString();
    }

    private ObjectNode make(int size) {
        root.put("openapi", "3.0.3");
        root.putObject("info").put("title", "random").put("version", "1");
        root.putArray("servers").addObject().put("url", "/base");
        ObjectNode paths = root.putObject("paths");
        for (int i = 0; i < size; i++) {
            named("Schema" + i);
        }
        List<String> names = new ArrayList<>();
        components.fieldNames().forEachRemaining(names::add);
        names.removeAll(ofOthers);
        for (String name : names) {
            ObjectNode operation =
                    operation(paths, "/" + name.toLowerCase(Locale.ROOT), "post put patch", "send" + name);
            ObjectNode body = operation.putObject("requestBody");
            if (random.nextBoolean() && !components.path(name).has("nullable")) {
                body.put("required", true);
            }
            content(body, name);
            if (random.nextInt(4) == 0) {
                // The same schema once more, as the linter wants it of all media types.
                body.withObject("/content")
                        .set(
                                "application/vnd.b+json",
                                body.path("content").iterator().next().deepCopy());
            }
            content(operation.putObject("responses").putObject(pick("200 201 2XX default")), name);
        }
        for (int i = 0; i < size; i++) {
            parameters(paths, i, names.get(random.nextInt(names.size())));
        }
        root.putObject("components").set("schemas", components);
        return root;
    }

    private void named(String name) {
        switch (random.nextInt(6)) {
            case 0 -> kinds(name);
            case 1 -> inheritance(name);
            case 2 -> components.set(name, schemas.composed());
            case 3 ->
                components.set(name, random.nextBoolean() ? new RandomScalar(random).enumeration() : schemas.object(0));
            default -> components.set(name, schemas.object(0));
        }
        schemas.mayRefer(name, components);
    }

    /** By a discriminator beside {@code oneOf}. */
    private void kinds(String name) {
        ObjectNode choice = JSON.objectNode();
        ArrayNode oneOf = choice.putArray("oneOf");
        ObjectNode discriminator = choice.putObject("discriminator").put("propertyName", "kind");
        boolean isMapped = random.nextBoolean();
        for (String kind : List.of("First", "Second")) {
            ObjectNode schema = schemas.object(1);
            schema.remove(List.of("minProperties", "maxProperties"));
            ((ObjectNode) schema.path("properties")).putObject("kind").put("type", "string");
            required(schema).add("kind");
            components.set(name + kind, schema);
            ofOthers.add(name + kind);
            oneOf.addObject().put("$ref", "#/components/schemas/" + name + kind);
            if (isMapped) {
                discriminator
                        .withObject("mapping")
                        .put(kind.toLowerCase(Locale.ROOT), "#/components/schemas/" + name + kind);
            }
        }
        components.set(name, choice);
    }

    /** By a discriminator of a schema that others have as a part. */
    private void inheritance(String name) {
        ObjectNode base = schemas.object(1);
        base.remove(List.of("minProperties", "maxProperties", "additionalProperties"));
        ((ObjectNode) base.path("properties")).putObject("kind").put("type", "string");
        required(base).add("kind");
        base.putObject("discriminator").put("propertyName", "kind");
        components.set(name, base);
        for (String kind : List.of("First", "Second")) {
            ObjectNode part = JSON.objectNode().put("type", "object");
            part.putObject("properties").set("of" + kind, schemas.any(1));
            if (random.nextInt(3) == 0) {
                required(part).add(base.path("properties").fieldNames().next());
            }
            ArrayNode allOf = components.putObject(name + kind).putArray("allOf");
            allOf.addObject().put("$ref", "#/components/schemas/" + name);
            allOf.add(part);
        }
    }

    private static ArrayNode required(ObjectNode schema) {
        return schema.has("required") ? (ArrayNode) schema.path("required") : schema.putArray("required");
    }

    private void parameters(ObjectNode paths, int number, String answer) {
        String path = "/query" + number;
        ArrayNode parameters = JSON.arrayNode();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            String in = pick("query query header cookie path");
            String name = "p" + i + pick(" _x -y Z", i);
            ObjectNode parameter = parameters.addObject().put("name", name).put("in", in);
            if (in.equals("path")) {
                path += "/{" + name + "}";
                parameter.put("required", true);
            } else if (random.nextInt(3) == 0) {
                parameter.put("required", true);
            }
            if (in.equals("query") && random.nextInt(3) == 0) {
                parameter.put("explode", random.nextBoolean());
            }
            parameter.set("schema", schemas.parameter(in));
        }
        ObjectNode operation = operation(paths, path, "get delete", "ask" + number);
        operation.set("parameters", parameters);
        ObjectNode responses = operation.putObject("responses");
        if (random.nextBoolean()) {
            responses.putObject("204").put("description", "Nothing.");
        } else {
            content(responses.putObject("200"), answer);
        }
    }

    private ObjectNode operation(ObjectNode paths, String path, String methods, String id) {
        ObjectNode operation = paths.withObject("/" + path.replace("~", "~0").replace("/", "~1"))
                .putObject(pick(methods));
        operation.put("operationId", id);
        operation.putArray("tags").add("things");
        return operation;
    }

    private void content(ObjectNode in, String schema) {
        if (!in.has("required")) {
            in.put("description", "What there is.");
        }
        in.putObject("content")
                .putObject(pick("application/json application/json application/merge-patch+json"))
                .putObject("schema")
                .put("$ref", "#/components/schemas/" + schema);
    }

    private String pick(String words) {
        String[] all = words.split(" ");
        return all[random.nextInt(all.length)];
    }

    private static String pick(String words, int number) {
        String[] all = words.split(" ", -1);
        return all[number % all.length];
    }
}
