package net.ixapi.auth.client.runtime;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long a transport waits, and how it reaches the server. Immutable.
 *
 * @param connectTimeout how long the server may take to accept a connection, its TLS handshake included
 * @param responseTimeout how long the server may stay silent, before and within its answer
 * @param connectionRequestTimeout how long to wait for a free connection when all are in use
 * @param callTimeout how long a call may take, from the lookup of the server's name to the last byte of its answer, with all
 *     its attempts
 * @param proxy the proxy, such as {@code http://proxy.example:3128}, or null for none
 * @param userAgent what the transport calls itself
 * @param acceptAny2xx whether any 2xx counts as the documented success, for servers that answer 200 for 201
 */
public record TransportSettings(
        Duration connectTimeout,
        Duration responseTimeout,
        Duration connectionRequestTimeout,
        Duration callTimeout,
        @Nullable URI proxy,
        String userAgent,
        boolean acceptAny2xx) {
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofDays(24);

    /** 5 seconds to connect, 30 for the answer, 5 for a free connection, 60 in all; no proxy; the documented success only. */
    public static final TransportSettings DEFAULT = new TransportSettings(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofSeconds(5),
            Duration.ofSeconds(60),
            null,
            "ixapi-auth",
            false);

    /**
     * Checks the values.
     *
     * @param connectTimeout as above
     * @param responseTimeout as above
     * @param connectionRequestTimeout as above
     * @param callTimeout as above
     * @param proxy as above
     * @param userAgent as above
     * @param acceptAny2xx as above
     * @throws IllegalArgumentException if a timeout is not between a millisecond and 24 days, or the proxy has no scheme, no
     *     host, or a password
     */
    public TransportSettings {
        requireTime("connectTimeout", connectTimeout);
        requireTime("responseTimeout", responseTimeout);
        requireTime("connectionRequestTimeout", connectionRequestTimeout);
        requireTime("callTimeout", callTimeout);
        if (proxy != null && (proxy.getScheme() == null || proxy.getHost() == null || proxy.getRawUserInfo() != null)) {
            throw new IllegalArgumentException("The proxy must be given as http://host:port, without a password");
        }
    }

    /**
     * These settings, with another connectTimeout.
     *
     * @param value as above
     * @return new settings
     */
    public TransportSettings withConnectTimeout(Duration value) {
        return new TransportSettings(
                value, responseTimeout, connectionRequestTimeout, callTimeout, proxy, userAgent, acceptAny2xx);
    }

    /**
     * These settings, with another responseTimeout.
     *
     * @param value as above
     * @return new settings
     */
    public TransportSettings withResponseTimeout(Duration value) {
        return new TransportSettings(
                connectTimeout, value, connectionRequestTimeout, callTimeout, proxy, userAgent, acceptAny2xx);
    }

    /**
     * These settings, with another connectionRequestTimeout.
     *
     * @param value as above
     * @return new settings
     */
    public TransportSettings withConnectionRequestTimeout(Duration value) {
        return new TransportSettings(
                connectTimeout, responseTimeout, value, callTimeout, proxy, userAgent, acceptAny2xx);
    }

    /**
     * These settings, with another callTimeout.
     *
     * @param value as above
     * @return new settings
     */
    public TransportSettings withCallTimeout(Duration value) {
        return new TransportSettings(
                connectTimeout, responseTimeout, connectionRequestTimeout, value, proxy, userAgent, acceptAny2xx);
    }

    /**
     * These settings, with another proxy.
     *
     * @param value as above
     * @return new settings
     */
    public TransportSettings withProxy(@Nullable URI value) {
        return new TransportSettings(
                connectTimeout, responseTimeout, connectionRequestTimeout, callTimeout, value, userAgent, acceptAny2xx);
    }

    /**
     * These settings, with another userAgent.
     *
     * @param value as above
     * @return new settings
     */
    public TransportSettings withUserAgent(String value) {
        return new TransportSettings(
                connectTimeout, responseTimeout, connectionRequestTimeout, callTimeout, proxy, value, acceptAny2xx);
    }

    /**
     * These settings, with another acceptAny2xx.
     *
     * @param value as above
     * @return new settings
     */
    public TransportSettings withAcceptAny2xx(boolean value) {
        return new TransportSettings(
                connectTimeout, responseTimeout, connectionRequestTimeout, callTimeout, proxy, userAgent, value);
    }

    /** Sockets count milliseconds as an int, and take 0 for no bound at all. */
    private static void requireTime(String name, Duration timeout) {
        if (timeout.compareTo(SHORTEST) < 0 || timeout.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    name + " must be at least a millisecond and at most 24 days, but is " + timeout);
        }
    }
}
