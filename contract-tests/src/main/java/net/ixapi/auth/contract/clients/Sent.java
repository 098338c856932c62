package net.ixapi.auth.contract.clients;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import net.ixapi.auth.server.runtime.ApiOperation;
import org.jspecify.annotations.Nullable;

/**
 * A request of a client, and what came of it. Immutable. Of tokens it has fingerprints; holds no secret. Times count from the start
 * of the scenario.
 *
 * @param at when it came
 * @param answered when it was answered
 * @param operation what it called; null if the API has no such operation
 * @param status the status of the response
 * @param fault what the stub did to the response
 * @param contentType its Content-Type, or empty
 * @param accept what it accepts, or empty
 * @param wellFormed whether its body has what the operation requires; true where it requires none
 * @param accessToken the Bearer token that came with it, or empty
 * @param refreshToken the refresh token that came with it, or empty
 * @param issued the access token that went out, or empty
 * @param issuedRefresh the refresh token that went out, or empty
 * @param retryAt when the client may come back: at once, where the response does not say
 * @param secrets which secrets came with it, and where
 */
record Sent(
        Duration at,
        Duration answered,
        @Nullable ApiOperation operation,
        int status,
        String fault,
        String contentType,
        String accept,
        boolean wellFormed,
        String accessToken,
        String refreshToken,
        String issued,
        String issuedRefresh,
        Duration retryAt,
        List<Place> secrets) {

    /** A part of a request. */
    enum Part {
        URL,
        HEADERS,
        BODY;

        @Override
        public String toString() {
            return this == URL ? name() : name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where a request has a secret, which has the name of a variable. */
    record Place(String secret, Part part) {
        boolean isOfCredentials() {
            return part != Part.URL && secret.startsWith("IX_API_");
        }

        boolean isRefreshToken() {
            return part != Part.URL && secret.equals("REFRESH_TOKEN");
        }
    }

    boolean isOf(ApiOperation... operations) {
        return operation != null && List.of(operations).contains(operation);
    }

    /** Whether it came after another was answered, and some time later. */
    boolean isAfter(Sent other, Duration time) {
        return at.compareTo(other.answered.plus(time)) > 0;
    }

    /** RFC 9110, section 8.3.1: the case does not matter. */
    String mediaType() {
        return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        String called = operation == null ? "a request to no operation" : operation.method() + " " + operation.path();
        String type = contentType.isEmpty() ? "" : ", " + contentType;
        return String.format(Locale.ROOT, "%s (at %.1f s%s, %d)", called, at.toMillis() / 1000.0, type, status);
    }
}
