package net.ixapi.auth.contract.wire;

import java.time.Duration;

/**
 * What a server may cost the suite. Immutable.
 *
 * @param connect the longest wait for a connection, its TLS handshake included
 * @param answer the longest wait for a whole answer, however it drips
 * @param bytes the most that is read of an answer
 */
public record Limits(Duration connect, Duration answer, int bytes) {
    /** Patient with a distant server, and far above any answer of the contract. */
    public static final Limits DEFAULT = new Limits(Duration.ofSeconds(5), Duration.ofSeconds(10), 1 << 20);

    /**
     * The same with another wait.
     *
     * @param time the longest wait for a connection, and for a whole answer
     * @return the limits
     */
    public Limits withTimeout(Duration time) {
        return new Limits(time, time, bytes);
    }
}
