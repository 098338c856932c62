package net.ixapi.auth.client.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.reflect.Type;
import net.ixapi.auth.client.error.ProblemDetails;
import org.jspecify.annotations.Nullable;

/** Reads what it can of an error's body. Never throws: the HTTP status says enough where the body says nothing. */
final class ProblemReader {
    private final Json json;

    ProblemReader(Json json) {
        this.json = json;
    }

    ProblemDetails details(byte[] body) {
        try {
            JsonNode problem = json.tree(body);
            return new ProblemDetails(
                    text(problem, "type"), text(problem, "title"), text(problem, "detail"), text(problem, "instance"));
        } catch (IOException e) {
            return ProblemDetails.NONE;
        }
    }

    @Nullable Object typed(byte[] body, @Nullable Type type) {
        try {
            return type == null ? null : json.read(body, type);
        } catch (IOException e) {
            return null;
        }
    }

    private static @Nullable String text(JsonNode problem, String member) {
        JsonNode value = problem.path(member);
        return value.isTextual() ? value.textValue() : null;
    }
}
