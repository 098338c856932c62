package net.ixapi.auth.contract.cases;

import net.ixapi.auth.contract.document.Property;
import org.jspecify.annotations.Nullable;

/**
 * A body, and what the document says of it. Immutable. {@code toString} prints no value.
 *
 * @param name what is special about it, such as {@code api_key of 17 characters (ASCII)}
 * @param rule the rule that it is about, such as {@code api_key maxLength}; the same for both sides of a boundary
 * @param property the property that it is about; null for the body as a whole
 * @param body the body, which need not be JSON
 * @param valid whether it keeps to the document
 * @param hint whether a server may well refuse it although it keeps to the schema: a format is a hint (OpenAPI 3.0.3, Data Types)
 */
public record BodyCase(
        String name, String rule, @Nullable Property property, String body, boolean valid, boolean hint) {
    @Override
    public String toString() {
        return name;
    }
}
