package net.ixapi.auth.contract.cases;

import java.util.List;
import net.ixapi.auth.contract.document.Breach;
import net.ixapi.auth.contract.document.Member;
import org.jspecify.annotations.Nullable;

/**
 * A body, and what the document says of it. Immutable. {@code toString} prints no value.
 *
 * @param name what is special about it, such as {@code api_key of 17 characters (ASCII)}
 * @param rule the rule that it is about, such as {@code api_key maxLength}; the same for both sides of a boundary
 * @param member the member that it is about; null for the body as a whole
 * @param body the bytes; not to be changed
 * @param breaches what is wrong with it; empty where it keeps to the document
 */
public record BodyCase(String name, String rule, @Nullable Member member, byte[] body, List<Breach> breaches) {
    /**
     * Whether it keeps to the document.
     *
     * @return true if nothing is wrong with it
     */
    public boolean valid() {
        return breaches.isEmpty();
    }

    /** Copies the breaches. */
    public BodyCase {
        breaches = List.copyOf(breaches);
    }

    @Override
    public String toString() {
        return name;
    }
}
