package net.ixapi.auth.contract.clients;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import net.ixapi.auth.server.runtime.ApiOperation;
import org.jspecify.annotations.Nullable;

/**
 * A request of a client, and what came of it. Immutable. Of tokens it has fingerprints; holds no secret.
 *
 * @param at when it came, since the start of the scenario
 * @param answered when it was answered, since the start of the scenario
 * @param operation what it called; null if the API has no such operation
 * @param status the status of the response
 * @param contentType its Content-Type, or empty
 * @param accept what it accepts, or empty
 * @param wellFormed whether its body has what the operation requires; true where it requires none
 * @param accessToken the Bearer token that came with it, or empty
 * @param refreshToken the refresh token that came with it, or empty
 * @param issued the access token that went out, or empty
 * @param issuedRefresh the refresh token that went out, or empty
 * @param retryAt when the client may come back, since the start of the scenario; null if the response does not say
 * @param secrets which secrets came with it, and where
 */
record Sent(
        Duration at,
        Duration answered,
        @Nullable ApiOperation operation,
        int status,
        String contentType,
        String accept,
        boolean wellFormed,
        String accessToken,
        String refreshToken,
        String issued,
        String issuedRefresh,
        @Nullable Duration retryAt,
        List<Place> secrets) {

    /** Where a request has a secret. */
    record Place(String secret, Part part) {
        boolean isOfCredentials() {
            return secret.startsWith("IX_API_");
        }

        @Override
        public String toString() {
            return "$" + secret + " in the " + part.name().toLowerCase(Locale.ROOT);
        }
    }

    /** A part of a request. The header Authorization counts apart from the others. */
    enum Part {
        URL,
        AUTHORIZATION,
        HEADERS,
        BODY
    }

    boolean isOf(ApiOperation... operations) {
        return operation != null && List.of(operations).contains(operation);
    }

    String time() {
        return String.format(Locale.ROOT, "%.1f s", at.toMillis() / 1000.0);
    }
}
