package net.ixapi.auth.client.runtime;

/** Carries requests to a server: the one thing that generated APIs need. Implementations are safe for many threads. */
public interface Transport extends AutoCloseable {
    /**
     * Sends a request and waits for the response.
     *
     * @param request the request
     * @param <T> what a success brings
     * @return the documented success
     * @throws IllegalArgumentException if a value cannot be sent in its place; nothing was sent then
     * @throws net.ixapi.auth.client.error.ApiStatusException if the server responds with anything else
     * @throws net.ixapi.auth.client.error.InvalidResponseException if the success cannot be read
     * @throws net.ixapi.auth.client.error.ApiConnectionException if no response comes, or not in time
     */
    <T> ApiResponse<T> send(ApiRequest<T> request);

    /** Gives connections back, if there are any that are its own. */
    @Override
    default void close() {}
}
