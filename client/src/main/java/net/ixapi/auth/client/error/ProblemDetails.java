package net.ixapi.auth.client.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The properties that every problem has (RFC 7807, section 3.1), as far as the server sent them as text. Immutable.
 *
 * <p>All of it is the server's own words: fit to be shown to a person who asked, not to be logged unseen.
 *
 * @param type a URI that identifies the kind of problem; types that no document lists occur
 * @param title a summary of the kind of problem
 * @param detail an explanation of this occurrence
 * @param instance a URI that identifies this occurrence
 * @param fields which properties of the request are wrong; empty where the server names none
 */
public record ProblemDetails(
        @Nullable String type,
        @Nullable String title,
        @Nullable String detail,
        @Nullable String instance,
        List<FieldError> fields) {
    /** What a response without a readable problem gives. */
    public static final ProblemDetails NONE = new ProblemDetails(null, null, null, null, List.of());
}
