package net.ixapi.auth.client;

import net.ixapi.auth.client.error.UnauthorizedException;
import net.ixapi.auth.client.runtime.ApiRequest;
import net.ixapi.auth.client.runtime.ApiResponse;
import net.ixapi.auth.client.runtime.Transport;
import net.ixapi.auth.client.session.Session;

/**
 * Puts the access token of a session on each request, and sends one that is refused for it once more, with a new token. Closes
 * nothing. Safe for many threads.
 *
 * @param session where tokens come from
 * @param transport sends the requests
 */
record BearerTransport(Session session, Transport transport) implements Transport {
    @Override
    public <T> ApiResponse<T> send(ApiRequest<T> request) {
        String token = session.accessToken();
        try {
            return send(request, token);
        } catch (UnauthorizedException e) {
            String next = session.invalidate(token) ? session.accessToken() : token;
            if (next.equals(token)) {
                throw e;
            }
            return send(request, next);
        }
    }

    private <T> ApiResponse<T> send(ApiRequest<T> request, String token) {
        return transport.send(request.header("Authorization", "Bearer " + token));
    }
}
