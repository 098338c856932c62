package net.ixapi.auth.contract.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.ixapi.auth.openapi.document.Place;
import net.ixapi.auth.openapi.document.SchemaParts;

/** Walks through the schema of a body, through references and {@code allOf}, down to the last member. */
final class Members {
    /** A schema may contain itself. */
    private static final int DEEPEST = 6;

    private final List<Member> all = new ArrayList<>();

    private Members() {}

    static List<Member> of(Place schema) {
        Members members = new Members();
        members.walk(List.of(), schema);
        return members.all;
    }

    private void walk(List<String> path, Place schema) {
        if (path.size() < DEEPEST) {
            Map<String, Place> properties = new LinkedHashMap<>();
            SchemaParts.keyword(schema, "properties")
                    .flatMap(part -> part.properties().stream())
                    .forEach(property -> properties.put(property.name(), property));
            Set<String> required = SchemaParts.keyword(schema, "required")
                    .flatMap(names -> names.items().stream())
                    .map(Place::text)
                    .collect(Collectors.toSet());
            properties.forEach((name, property) -> member(path, name, property, required.contains(name)));
            SchemaParts.keyword(schema, "items").forEach(items -> member(path, "0", items, false));
        }
    }

    private void member(List<String> path, String name, Place schema, boolean required) {
        List<String> deeper = new ArrayList<>(path);
        deeper.add(name);
        all.add(new Member(deeper, schema.target().json(), required));
        walk(deeper, schema);
    }
}
