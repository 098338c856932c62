package net.ixapi.auth.server.runtime;

import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/** Reads JSON that came otherwise than in a request as strictly as bodies, and says what is wrong in the same words. */
public final class JsonText {
    private JsonText() {}

    /**
     * Reads a text.
     *
     * @param json the text
     * @param type what it holds
     * @param <T> the type
     * @return never null
     * @throws IllegalArgumentException if it holds something else; the message names the property, not its value
     */
    public static <T> T read(String json, Class<T> type) {
        Binder binder = new Binder(Json.strict());
        try {
            JsonNode tree = JsonBody.parse(binder.json(), json.getBytes(StandardCharsets.UTF_8));
            Object value = tree == null ? null : binder.bind(tree, type, "");
            if (value == null) {
                throw new IllegalArgumentException("it must not be null");
            }
            return type.cast(value);
        } catch (InvalidRequestException e) {
            FieldError wrong = e.errors().get(0);
            String subject = wrong.name().equals(FieldError.BODY) ? "it" : wrong.name();
            throw new IllegalArgumentException(subject + " " + wrong.reason());
        }
    }
}
