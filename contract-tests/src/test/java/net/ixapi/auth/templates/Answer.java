package net.ixapi.auth.templates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.ixapi.auth.openapi.document.PlainJson;

/**
 * What a server answered. Immutable. {@code toString} prints the status only: the body may hold tokens.
 *
 * @param status the HTTP status
 * @param headers the headers by lower-case name
 * @param body the body as text
 */
public record Answer(int status, Map<String, List<String>> headers, String body) {
    /**
     * The first value of a header.
     *
     * @param name its name in lower case
     * @return the value, or empty where the answer does not have it
     */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    /**
     * The body as JSON.
     *
     * @return a tree; a missing node where the body is no JSON
     */
    public JsonNode json() {
        try {
            return PlainJson.read(body);
        } catch (UncheckedIOException e) {
            return MissingNode.getInstance();
        }
    }

    /**
     * A member of the body that is text.
     *
     * @param name its name
     * @return its value, or an empty text
     */
    public String text(String name) {
        return json().path(name).asText("");
    }

    @Override
    public String toString() {
        return "HTTP " + status;
    }
}
