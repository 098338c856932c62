package net.ixapi.auth.server.runtime;

import com.fasterxml.jackson.core.type.TypeReference;
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
