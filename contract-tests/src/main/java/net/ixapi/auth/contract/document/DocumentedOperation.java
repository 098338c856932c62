package net.ixapi.auth.contract.document;

import java.util.List;

/**
 * An operation of the document. Immutable.
 *
 * @param id its {@code operationId}
 * @param method its HTTP method, in capitals
 * @param path its path template
 * @param statuses the documented statuses in their order
 */
public record DocumentedOperation(String id, String method, String path, List<String> statuses) {}
