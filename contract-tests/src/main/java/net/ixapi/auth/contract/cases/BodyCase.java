package net.ixapi.auth.contract.cases;

import java.util.Arrays;
import java.util.List;
import net.ixapi.auth.contract.document.Member;
import net.ixapi.auth.contract.document.SchemaViolation;
import org.jspecify.annotations.Nullable;

/**
 * A body, and what the document says of it. Immutable. {@code toString} prints no value.
 *
 * @param name what is special about it, such as {@code api_key of 17 characters (ASCII)}
 * @param rule the rule that it is about, such as {@code api_key maxLength}; the same for both sides of a boundary
 * @param member the member that it is about; null for the body as a whole
 * @param body the bytes; not to be changed
 * @param violations what is wrong with it; empty where it keeps to the document
 * @param hint whether a server may well refuse it although it keeps to the schema: a format is a hint (OpenAPI 3.0.3, Data Types)
 */
public record BodyCase(
        String name,
        String rule,
        @Nullable Member member,
        byte[] body,
        List<SchemaViolation> violations,
        boolean hint) {
    /**
     * Whether it keeps to the document.
     *
     * @return true if nothing is wrong with it
     */
    public boolean valid() {
        return violations.isEmpty();
    }

    boolean isSameAs(String otherName, byte[] otherBody) {
        return name.equals(otherName) && Arrays.equals(body, otherBody);
    }

    /** Copies the violations. */
    public BodyCase {
        violations = List.copyOf(violations);
    }

    @Override
    public String toString() {
        return name;
    }
}
