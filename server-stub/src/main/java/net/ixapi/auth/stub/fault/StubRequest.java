package net.ixapi.auth.stub.fault;

import java.util.Map;
import java.util.function.Supplier;
import net.ixapi.auth.server.runtime.Operation;
import org.jspecify.annotations.Nullable;

/**
 * A request that a fault may meet. {@code toString} prints method and operation only, since anything else may hold secrets.
 * Used by one thread at a time.
 */
public final class StubRequest {
    private final String method;
    private final String path;
    private final @Nullable Operation operation;
    private final Map<String, String> headers;
    private final Supplier<@Nullable String> account;

    StubRequest(
            String method,
            String path,
            @Nullable Operation operation,
            Map<String, String> headers,
            Supplier<@Nullable String> account) {
        this.method = method;
        this.path = path;
        this.operation = operation;
        this.headers = headers;
        this.account = account;
    }

    /**
     * The method.
     *
     * @return such as {@code POST}
     */
    public String method() {
        return method;
    }

    /**
     * The path.
     *
     * @return such as {@code /api/v2/auth/token}
     */
    public String path() {
        return path;
    }

    /**
     * The operation that it calls.
     *
     * @return one of the contract or of {@link net.ixapi.auth.stub.http.StubOperations}; null if it calls none
     */
    public @Nullable Operation operation() {
        return operation;
    }

    /**
     * The headers.
     *
     * @return by their names in lower case
     */
    public Map<String, String> headers() {
        return headers;
    }

    /**
     * The account that it is for: that of its API key, its client id or its token. The key's secret need not be right, nor the
     * token valid still. The body is read for it.
     *
     * @return the account's name; null if the stub knows none
     */
    public @Nullable String account() {
        return account.get();
    }

    @Override
    public String toString() {
        return "StubRequest[" + method + " " + (operation == null ? "(no operation)" : operation.id()) + "]";
    }
}
