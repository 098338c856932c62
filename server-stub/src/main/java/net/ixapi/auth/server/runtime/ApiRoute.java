package net.ixapi.auth.server.runtime;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An operation and what answers it. Immutable.
 *
 * @param operation the operation
 * @param handler what answers it
 * @param result the type of the success's body, where its class alone does not say enough; else null
 * @param document what requests must keep to
 * @param authenticator says who sends requests; null where the document does not secure the operation
 */
public record ApiRoute(
        ApiOperation operation,
        Handler handler,
        @Nullable TypeReference<?> result,
        ApiDocument document,
        @Nullable Authenticator authenticator) {
    /**
     * Reads a text that came otherwise than in a request as strictly as a body, and says what is wrong in the same words.
     *
     * @param json the text
     * @param type what it holds
     * @param <T> the type
     * @return never null
     * @throws InvalidRequestException if it is not what the document describes
     */
    public <T> T read(String json, Class<T> type) {
        Json reader = new Json();
        JsonNode tree = reader.parse(json.getBytes(StandardCharsets.UTF_8));
        Set<FieldError> violations = new LinkedHashSet<>();
        document.requests(operation).checkBody(JavalinApi.JSON, tree, violations);
        InvalidRequestException.throwIfAny(violations);
        return type.cast(reader.bind(tree, type, ""));
    }

    /** Answers the requests of one operation; called by many threads at once. */
    @FunctionalInterface
    public interface Handler {
        /**
         * Answers a request.
         *
         * @param call the request
         * @return the body of the success or an {@link ApiResult}, or null for none
         * @throws ProblemException to be answered with a problem
         */
        @Nullable Object handle(ApiCall call);
    }
}
