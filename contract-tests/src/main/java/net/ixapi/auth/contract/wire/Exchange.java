package net.ixapi.auth.contract.wire;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request and what came of it: a response, or the reason why there is none. Immutable.
 *
 * @param request what was sent
 * @param response what came, or null where nothing whole did
 * @param failure why not; null where there is a response
 * @param took the time from sending to the end of the response
 */
public record Exchange(
        Request request,
        @Nullable Response response,
        @Nullable Failure failure,
        Duration took) {
    /** What came, in few words. */
    public String outcome() {
        return response == null
                ? String.valueOf(failure)
                : ("HTTP " + response.status() + " " + response.mediaType()).strip();
    }

    /** The response, if it is a success; empty for any other and for none. */
    public Optional<Response> success() {
        return Optional.ofNullable(response).filter(came -> came.status() / 100 == 2);
    }

    /** The HTTP status, or 0 where there is no response. */
    public int status() {
        return response == null ? 0 : response.status();
    }
}
