package net.ixapi.auth.contract.document;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A member of a request's body, at whatever depth, and the document's rules for it. Immutable.
 *
 * @param path the names that lead to it; {@code 0} stands for the items of an array
 * @param schema its schema, resolved
 * @param required whether it must not be left out
 */
public record Member(List<String> path, JsonNode schema, boolean required) {
    /**
     * What a schema can say of a value (OpenAPI 3.0.3, Schema Object). The other keywords only describe, or say on which side of
     * another's bound the bound itself is.
     */
    private static final Set<String> KEYWORDS = Set.of(("type enum pattern format minLength maxLength minimum maximum "
                    + "multipleOf minItems maxItems uniqueItems minProperties maxProperties oneOf anyOf not")
            .split(" "));
    /** OpenAPI 3.0.3, Data Types: a hint for forms. */
    private static final String HIDDEN_IN_FORMS = "password";

    /** Copies the path. */
    public Member {
        path = List.copyOf(path);
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
        JsonPointer pointer = JsonPointer.empty();
        for (String name : path) {
            pointer = pointer.appendProperty(name);
        }
        return pointer;
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
        List<String> keywords = schema.propertyStream()
                .map(Map.Entry::getKey)
                .filter(KEYWORDS::contains)
                .filter(keyword -> !HIDDEN_IN_FORMS.equals(schema.path(keyword).asText("")))
                .toList();
        return Stream.concat(required ? Stream.of("required") : Stream.empty(), keywords.stream())
                .map(this::rule)
                .toList();
    }

    /**
     * Whether the document tells good values from bad ones of the same type.
     *
     * @return false where any value of the type will do
     */
    public boolean isBounded() {
        return rules().stream().anyMatch(rule -> !rule.equals(rule("type")) && !rule.equals(rule("required")));
    }
}
