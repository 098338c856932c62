package net.ixapi.auth.client.runtime;

import java.util.concurrent.CompletableFuture;

/** Requests on threads of their own. */
final class Background {
    private Background() {}

    static <T> CompletableFuture<ApiResponse<T>> send(Transport transport, ApiRequest<T> request) {
        CompletableFuture<ApiResponse<T>> response = new CompletableFuture<>();
        Thread thread = new Thread(() -> complete(response, transport, request), "background request");
        thread.setDaemon(true);
        thread.start();
        return response;
    }

    private static <T> void complete(
            CompletableFuture<ApiResponse<T>> response, Transport transport, ApiRequest<T> request) {
        try {
            response.complete(transport.send(request));
        } catch (RuntimeException e) {
            response.completeExceptionally(e);
        }
    }
}
