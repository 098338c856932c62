package net.ixapi.auth.contract.wire;

import java.time.Duration;

/**
 * What a server may cost the suite, and the suite a server. Immutable.
 *
 * @param connect the longest wait for a connection, its TLS handshake included
 * @param response the longest wait for a whole response, however it drips
 * @param patience the longest wait for all responses that never come, together; the run ends then
 * @param bytes the most of a response that is judged
 * @param calls the most requests of a run; it ends then
 * @param perSecond the most requests in a second, evenly spaced
 */
public record Limits(Duration connect, Duration response, Duration patience, int bytes, int calls, int perSecond) {
    /**
     * Patient with a distant server, and far above any response of the contract; a run keeps one response for each finding. Each
     * request follows the response to the last, which is slower than the rate.
     */
    public static final Limits DEFAULT =
            new Limits(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(60), 1 << 18, 1_000, 10_000);
}
