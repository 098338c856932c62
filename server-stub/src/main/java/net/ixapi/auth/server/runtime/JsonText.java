package net.ixapi.auth.server.runtime;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

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
     * @throws IllegalArgumentException if it holds something else; the message names the member, not its value
     */
    public static <T> T read(String json, Class<T> type) {
        ObjectMapper mapper = Json.strict();
        List<FieldError> violations = new ArrayList<>();
        Object value = new JsonBodyParser(mapper)
                .read(json.getBytes(StandardCharsets.UTF_8), mapper.constructType(type), violations);
        if (!violations.isEmpty()) {
            throw new IllegalArgumentException(text(violations.get(0)));
        } else if (value == null) {
            throw new IllegalArgumentException("it must not be null");
        }
        return type.cast(value);
    }

    private static String text(FieldError violation) {
        return (violation.name().equals(FieldError.BODY) ? "it" : violation.name()) + " " + violation.reason();
    }
}
