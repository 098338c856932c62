package net.ixapi.auth.server.runtime;

import io.javalin.router.EndpointMetadata;

/**
 * One operation of the document as data. It is also the metadata of its Javalin endpoint, where handlers and loggers find
 * it. Immutable.
 *
 * @param id its {@code operationId}
 * @param method its HTTP method, in capitals
 * @param path its path template, relative to the document's server
 */
public record ApiOperation(String id, String method, String path) implements EndpointMetadata {
    /** Two operations with the same key would answer the same requests. */
    String key() {
        return key(method);
    }

    /** The key of another method at the same path. */
    String key(String method) {
        return method + " " + path.replaceAll("\\{[^}]*}", "{}");
    }
}
