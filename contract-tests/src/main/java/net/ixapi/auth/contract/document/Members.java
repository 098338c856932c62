package net.ixapi.auth.contract.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Walks through the schema of a body, through references and {@code allOf}, down to the last member. */
final class Members {
    /** A schema may contain itself. */
    private static final int DEEPEST = 6;

    private final OpenApiDocument document;
    private final List<Member> all = new ArrayList<>();

    private Members(OpenApiDocument document) {
        this.document = document;
    }

    static List<Member> of(OpenApiDocument document, JsonNode schema) {
        Members members = new Members(document);
        members.walk(List.of(), schema);
        return List.copyOf(members.all);
    }

    private void walk(List<String> path, JsonNode schema) {
        if (path.size() < DEEPEST) {
            List<JsonNode> parts = parts(schema);
            Set<String> required = required(parts);
            properties(parts)
                    .forEach((name, property) ->
                            member(path, name, document.resolved(property), required.contains(name)));
            parts.stream()
                    .filter(part -> part.has("items"))
                    .forEach(part -> member(path, "0", document.resolved(part.path("items")), false));
        }
    }

    private void member(List<String> path, String name, JsonNode schema, boolean required) {
        List<String> deeper = new ArrayList<>(path);
        deeper.add(name);
        all.add(new Member(deeper, schema, required));
        walk(deeper, schema);
    }

    /** The schema itself, and all that it is put together from. */
    private List<JsonNode> parts(JsonNode schema) {
        List<JsonNode> parts = new ArrayList<>(List.of(document.resolved(schema)));
        document.resolved(schema).path("allOf").forEach(part -> parts.addAll(parts(part)));
        return parts;
    }

    private static Map<String, JsonNode> properties(List<JsonNode> parts) {
        Map<String, JsonNode> properties = new LinkedHashMap<>();
        parts.forEach(part -> part.path("properties").forEachEntry(properties::put));
        return properties;
    }

    private static Set<String> required(List<JsonNode> parts) {
        Set<String> required = new LinkedHashSet<>();
        parts.forEach(part -> part.path("required").forEach(name -> required.add(name.asString())));
        return required;
    }
}
