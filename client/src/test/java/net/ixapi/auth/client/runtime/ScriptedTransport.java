package net.ixapi.auth.client.runtime;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import net.ixapi.auth.client.error.ApiException;

/** Fails with each of the given exceptions in turn, and succeeds after the last. */
final class ScriptedTransport implements Transport {
    private final Deque<ApiException> failures;
    private int attempts;

    ScriptedTransport(ApiException... failures) {
        this.failures = new ArrayDeque<>(Arrays.asList(failures));
    }

    int attempts() {
        return attempts;
    }

    @Override
    public <T> ApiResponse<T> send(ApiRequest<T> request) {
        attempts++;
        ApiException failure = failures.poll();
        if (failure != null) {
            throw failure;
        }
        return new ApiResponse<>(200, Map.of("Attempts", List.of("" + attempts)), null);
    }
}
