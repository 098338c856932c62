package net.ixapi.auth.server.runtime;

import io.javalin.router.EndpointMetadata;
import java.util.List;

/**
 * One operation of the document as data. It is also the metadata of its Javalin endpoint, where handlers and loggers find
 * it. Immutable.
 *
 * @param id its {@code operationId}
 * @param method its HTTP method, in capitals
 * @param path its path template, relative to the document's server
 * @param statuses the documented statuses in their order: {@code 201}, {@code 4XX}, {@code default}
 * @param consumes the media types of its request body; empty where it has none
 * @param produces the media types of its responses
 */
public record ApiOperation(
        String id, String method, String path, List<String> statuses, List<String> consumes, List<String> produces)
        implements EndpointMetadata {
    /**
     * The status of a success: the first documented one, or 200 where the document leaves it open.
     *
     * @return an HTTP status
     */
    public int successStatus() {
        return statuses.stream()
                .filter(status -> status.matches("2\\d\\d"))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(200);
    }

    /** Two operations with the same key would answer the same requests. */
    String key() {
        return key(method);
    }

    /** The key of another method at the same path. */
    String key(String method) {
        return method + " " + path.replaceAll("\\{[^}]*}", "{}");
    }
}
