package net.ixapi.auth.server.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Reads JSON that came otherwise than in a request as strictly as bodies, and says what is wrong in the same words. */
public final class JsonText {
    private JsonText() {}

    /**
     * Reads a text as if it were the body of a request.
     *
     * @param json the text
     * @param type what it holds
     * @param route where the request would go: a generated route, which has a document
     * @param <T> the type
     * @return never null
     * @throws InvalidRequestException if it is not what the document describes
     */
    public static <T> T read(String json, Class<T> type, ApiRoute route) {
        Binder binder = new Binder(Json.strict());
        JsonNode tree = JsonBody.parse(binder.json(), json.getBytes(StandardCharsets.UTF_8));
        Set<FieldError> violations = new LinkedHashSet<>();
        Objects.requireNonNull(route.document())
                .requests(route.operation())
                .checkBody(JavalinApi.JSON, tree, violations);
        if (!violations.isEmpty()) {
            throw new InvalidRequestException(List.copyOf(violations));
        }
        return type.cast(binder.bind(tree, type, ""));
    }
}
