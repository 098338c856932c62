package net.ixapi.auth.stub.fault;

import java.util.Map;
import net.ixapi.auth.server.runtime.Operation;
import org.jspecify.annotations.Nullable;

/**
 * A request that a fault may meet. Immutable. {@code toString} prints method and operation only, since anything else may hold
 * secrets.
 *
 * @param method its method
 * @param path its path
 * @param operation the contract's operation, or null where it is none
 * @param headers its headers, names in lower case
 */
public record StubRequest(
        String method, String path, @Nullable Operation operation, Map<String, String> headers) {
    @Override
    public String toString() {
        return "StubRequest[" + method + " " + (operation == null ? "(no operation)" : operation.id()) + "]";
    }
}
