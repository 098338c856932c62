package net.ixapi.auth.stub.fault;

import java.util.Map;
import java.util.function.Supplier;
import net.ixapi.auth.server.runtime.ApiOperation;
import org.jspecify.annotations.Nullable;

/**
 * A request that a fault may meet. {@code toString} prints method and operation only, since anything else may hold secrets.
 * Used by one thread at a time.
 *
 * @param method such as {@code POST}
 * @param path such as {@code /api/v2/auth/token}
 * @param operation what it calls: an operation of the contract or of {@link net.ixapi.auth.stub.http.StubOperations}; null if it
 *     calls none
 * @param headers by their names, in any case
 * @param accountFinder finds the {@link #account}, and reads the body for it
 */
public record StubRequest(
        String method,
        String path,
        @Nullable ApiOperation operation,
        Map<String, String> headers,
        Supplier<@Nullable String> accountFinder) {
    /**
     * The account that it is for: that of its API key, its client id or its token. The key's secret need not be right, nor the
     * token valid still. The body is read for it.
     *
     * @return the account's name; null if the stub knows none
     */
    public @Nullable String account() {
        return accountFinder.get();
    }

    /**
     * Whether it calls an operation.
     *
     * @param operationId the operation's id
     * @return false if it calls another, or none
     */
    public boolean isOf(String operationId) {
        return operation != null && operation.id().equals(operationId);
    }

    @Override
    public String toString() {
        return "StubRequest[" + method + " " + (operation == null ? "(no operation)" : operation.id()) + "]";
    }
}
