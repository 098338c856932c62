package net.ixapi.auth.stub.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request and its response, without what only its sender may know. Immutable. {@code toString} is one readable line.
 *
 * @param at when it was answered, by the stub's clock
 * @param method its method
 * @param path its path, with {@code *} for each part that the contract does not have
 * @param operation the contract's {@code operationId}, or null where it was none
 * @param account the name of the account that it was for, or null if the stub knows none
 * @param status the status of the response; 0 if there was none
 * @param fault what was done to the response on purpose, or null
 */
public record JournalEntry(
        Instant at,
        String method,
        String path,
        @Nullable String operation,
        @Nullable String account,
        int status,
        @Nullable String fault) {
    @Override
    public String toString() {
        String response = status == 0 ? "no response" : String.valueOf(status);
        return at + " " + method + " " + path + " " + response + (fault == null ? "" : " (fault: " + fault + ")");
    }
}
