package net.ixapi.auth.server.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;

/** Reads JSON that came otherwise than in a request as strictly as bodies, and says what is wrong in the same words. */
public final class JsonText {
    private JsonText() {}

    /**
     * Reads a text as if it were the body of a request.
     *
     * @param json the text
     * @param type what it holds
     * @param route where the request would go
     * @param <T> the type
     * @return never null
     * @throws InvalidRequestException if it is not what the document describes
     */
    public static <T> T read(String json, Class<T> type, ApiRoute route) {
        Json reader = new Json();
        JsonNode tree = reader.parse(json.getBytes(UTF_8));
        Set<FieldError> violations = new LinkedHashSet<>();
        route.document().requests(route.operation()).checkBody(JavalinApi.JSON, tree, violations);
        InvalidRequestException.throwIfAny(violations);
        return type.cast(reader.bind(tree, type, ""));
    }
}
