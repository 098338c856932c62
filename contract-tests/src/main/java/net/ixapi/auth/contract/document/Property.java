package net.ixapi.auth.contract.document;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.ixapi.auth.openapi.document.Place;
import net.ixapi.auth.openapi.document.SchemaParts;

/**
 * A property of a body, at whatever depth, and the document's rules for it. Immutable.
 *
 * @param path the names that lead to it; {@code 0} stands for the items of an array
 * @param schema its schema, resolved
 * @param required whether it must not be left out
 */
public record Property(List<String> path, JsonNode schema, boolean required) {
    /**
     * What a schema can say of a value (OpenAPI 3.0.3, Schema Object). The other keywords only describe, or say on which side of
     * another's bound the bound itself is.
     */
    private static final Set<String> KEYWORDS = Set.of(("type enum pattern format minLength maxLength minimum maximum "
                    + "multipleOf minItems maxItems uniqueItems minProperties maxProperties oneOf anyOf not")
            .split(" "));
    /** OpenAPI 3.0.3, Data Types: a hint for forms. */
    private static final String HIDDEN_IN_FORMS = "password";
    /** A schema may contain itself. */
    private static final int MAX_DEPTH = 6;

    /**
     * The properties of bodies with a schema, through references and {@code allOf}, down to the deepest.
     *
     * @param schema the schema; there are no properties where it does not exist
     * @return the properties in the order of the document
     */
    public static List<Property> of(Place schema) {
        return below(List.of(), schema).toList();
    }

    private static Stream<Property> below(List<String> path, Place schema) {
        if (path.size() == MAX_DEPTH) {
            return Stream.empty();
        }
        Set<String> required = SchemaParts.keyword(schema, "required")
                .flatMap(names -> names.items().stream())
                .map(Place::text)
                .collect(Collectors.toSet());
        Map<String, Place> schemas = new LinkedHashMap<>();
        SchemaParts.keyword(schema, "properties")
                .flatMap(part -> part.properties().stream())
                .forEach(property -> schemas.put(property.name(), property));
        SchemaParts.keyword(schema, "items").forEach(items -> schemas.put("0", items));
        return schemas.entrySet().stream().flatMap(property -> {
            List<String> deeper =
                    Stream.concat(path.stream(), Stream.of(property.getKey())).toList();
            Place own = property.getValue();
            return Stream.concat(
                    Stream.of(new Property(deeper, own.target().json(), required.contains(property.getKey()))),
                    below(deeper, own));
        });
    }

    /**
     * For people.
     *
     * @return such as {@code api_key}, or {@code contact.email} for one that is deeper
     */
    public String name() {
        return String.join(".", path);
    }

    /**
     * Where it stands in a body.
     *
     * @return a JSON pointer
     */
    public JsonPointer pointer() {
        return path.stream().reduce(JsonPointer.empty(), JsonPointer::appendProperty, JsonPointer::append);
    }

    /**
     * The name of one of its rules.
     *
     * @param keyword the keyword of the rule
     * @return such as {@code api_key maxLength}
     */
    public String rule(String keyword) {
        return name() + " " + keyword;
    }

    /**
     * All rules for it.
     *
     * @return their names, in the order of the schema
     */
    public List<String> rules() {
        Stream<String> keywords = schema.propertyStream()
                .filter(keyword -> KEYWORDS.contains(keyword.getKey()))
                .filter(keyword -> !HIDDEN_IN_FORMS.equals(keyword.getValue().asText("")))
                .map(Map.Entry::getKey);
        return Stream.concat(required ? Stream.of("required") : Stream.empty(), keywords)
                .map(this::rule)
                .toList();
    }

    /**
     * Whether the document tells valid values from invalid ones of the same type.
     *
     * @return false where any value of the type will do
     */
    public boolean isBounded() {
        return rules().stream().anyMatch(rule -> !rule.equals(rule("type")) && !rule.equals(rule("required")));
    }
}
