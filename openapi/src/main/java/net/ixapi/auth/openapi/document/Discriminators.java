package net.ixapi.auth.openapi.document;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What a {@code discriminator} chooses from (OpenAPI 3.0.3, Discriminator Object). */
public final class Discriminators {
    private static final String SCHEMAS = "#/components/schemas/";

    private Discriminators() {}

    /**
     * The kinds: those of its mapping, and by their own name the other schemas that the {@code oneOf} or {@code anyOf} beside it
     * lists, or that have the schema with the discriminator as a part. In place of a schema with kinds of its own stand these.
     *
     * @return the value of the property for each, and a reference to its schema
     */
    public static Map<String, String> kinds(Document document, Place discriminator) {
        Map<String, String> kinds = new LinkedHashMap<>();
        discriminator.properties("mapping").forEach(kind -> kinds.put(kind.name(), reference(document, kind.text())));
        implicit(document, discriminator.parent())
                .filter(reference -> !kinds.containsValue(reference))
                .forEach(reference -> {
                    Place inner = schema(document, reference).property("discriminator");
                    if (inner.exists()) {
                        kinds(document, inner).forEach(kinds::putIfAbsent);
                    } else {
                        kinds.put(reference.substring(reference.lastIndexOf('/') + 1), reference);
                    }
                });
        return kinds;
    }

    /** The schema that a reference to a kind leads to. */
    public static Place schema(Document document, String reference) {
        return document.root().follow(reference);
    }

    private static String reference(Document document, String schema) {
        return schema(document, SCHEMAS + schema).exists() ? SCHEMAS + schema : schema;
    }

    private static Stream<String> implicit(Document document, Place schema) {
        if (schema.property("oneOf").exists() || schema.property("anyOf").exists()) {
            return Stream.of("oneOf", "anyOf").flatMap(schema::items).map(kind -> kind.text("$ref"));
        }
        return document.components("schemas").stream()
                .filter(other -> !other.pointer().equals(schema.pointer()))
                .filter(other ->
                        SchemaParts.of(other).anyMatch(part -> part.pointer().equals(schema.pointer())))
                .map(other -> SCHEMAS + other.name());
    }
}
