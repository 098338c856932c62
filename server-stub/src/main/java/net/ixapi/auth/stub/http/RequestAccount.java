package net.ixapi.auth.stub.http;

import org.jspecify.annotations.Nullable;

/**
 * Whose request the current thread serves. The generated interface knows no request, so the account's name goes from the
 * operation to the journal beside it. A request is served by one thread from its first filter to its last.
 */
public final class RequestAccount {
    private static final ThreadLocal<@Nullable String> NAME = new ThreadLocal<>();

    private RequestAccount() {}

    /**
     * Says whose request it is.
     *
     * @param name the account's name
     */
    public static void set(@Nullable String name) {
        NAME.set(name);
    }

    /**
     * Whose request it is.
     *
     * @return the account's name; null if nobody has set it since the request began
     */
    public static @Nullable String get() {
        return NAME.get();
    }
}
