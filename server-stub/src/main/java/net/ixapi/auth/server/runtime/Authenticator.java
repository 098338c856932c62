package net.ixapi.auth.server.runtime;

import io.javalin.http.Context;
import java.security.Principal;

/**
 * Says who sends a request to an operation that the document secures; asked before anything else is made of the request. Called
 * by many threads at once.
 */
@FunctionalInterface
public interface Authenticator {
    /**
     * Authenticates a request.
     *
     * @param request the request, whose headers, query or cookies hold the credentials
     * @param operation the operation that it is for
     * @return who sent it; handed to the implementation
     * @throws ProblemException to refuse it, with 401 or 403
     */
    Principal authenticate(Context request, ApiOperation operation);
}
