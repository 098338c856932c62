package net.ixapi.auth.client.runtime;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.jspecify.annotations.Nullable;

/**
 * How long requests wait, and how they reach the server. Read when a client is built; what is set later has no effect on it. Not
 * safe for use by several threads at once.
 *
 * @param <S> the class that is returned by each setting
 */
public abstract class HttpSettings<S extends HttpSettings<S>> {
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofDays(24);
    private static final int MAX_PORT = 65_535;

    Duration connectTimeout = Duration.ofSeconds(5);
    Duration responseTimeout = Duration.ofSeconds(30);
    Duration callTimeout = Duration.ofSeconds(60);

    @Nullable URI proxy;

    @Nullable SSLContext sslContext;

    boolean acceptAny2xx;
    Clock clock = Clock.systemUTC();
    /** Servers drop idle connections, most of them after 60 seconds. */
    Duration idleTimeout = Duration.ofSeconds(50);
    /** A connection that was idle for so long is looked at before it is used: a request on a dropped one may be lost. */
    Duration validateAfterInactivity = Duration.ofSeconds(1);

    Consumer<HttpClientBuilder> httpClient = builder -> {};

    /** The defaults. */
    protected HttpSettings() {}

    /**
     * Sets how long to wait for a free connection when all are in use, as long for the server to accept a new one, and as long
     * for the TLS handshake.
     *
     * @param value 5 seconds by default
     * @return this
     * @throws IllegalArgumentException if it is not between a millisecond and 24 days
     */
    public S connectTimeout(Duration value) {
        connectTimeout = checked("connectTimeout", value);
        return self();
    }

    /**
     * Sets how long the server may stay silent, before and within its response.
     *
     * @param value 30 seconds by default
     * @return this
     * @throws IllegalArgumentException if it is not between a millisecond and 24 days
     */
    public S responseTimeout(Duration value) {
        responseTimeout = checked("responseTimeout", value);
        return self();
    }

    /**
     * Sets how long a call may take in all: the lookup of the server's name, all attempts, and the last byte of the response.
     *
     * @param value 60 seconds by default
     * @return this
     * @throws IllegalArgumentException if it is not between a millisecond and 24 days
     */
    public S callTimeout(Duration value) {
        callTimeout = checked("callTimeout", value);
        return self();
    }

    /**
     * Sets the proxy.
     *
     * @param value such as {@code http://proxy.example:3128}, or {@code http://user:password@proxy.example:3128} with what the
     *     proxy asks for, percent-encoded; null for none, the default
     * @return this
     * @throws IllegalArgumentException if it is not such an address
     */
    public S proxy(@Nullable URI value) {
        if (value != null
                && (!String.valueOf(value.getScheme()).matches("(?i)https?")
                        || value.getHost() == null
                        || value.getPort() > MAX_PORT)) {
            throw new IllegalArgumentException("The proxy must be given as http://host:port");
        }
        proxy = value;
        return self();
    }

    /**
     * Sets whom to trust, and what certificate to show.
     *
     * @param value null for the JDK's own, the default
     * @return this
     */
    public S sslContext(@Nullable SSLContext value) {
        sslContext = value;
        return self();
    }

    /**
     * Sets whether any 2xx counts as the documented success, for servers that respond with 200 instead of 201.
     *
     * @param value false by default
     * @return this
     */
    public S acceptAny2xx(boolean value) {
        acceptAny2xx = value;
        return self();
    }

    /**
     * Sets the clock by which tokens expire, and dates in responses are read.
     *
     * @param value the system's by default
     * @return this
     */
    public S clock(Clock value) {
        clock = Objects.requireNonNull(value, "clock");
        return self();
    }

    /**
     * Changes the HttpClient that requests are sent with, as in {@code httpClient(http -> http.addRequestInterceptorLast(tracing))}:
     * for what there is no setting for, such as interceptors, metrics, {@code http.setUserAgent("my-program/1.2")}, or
     * {@code http.setProxySelector(ProxySelector.getDefault())}, which goes by the system properties {@code https.proxyHost},
     * {@code http.nonProxyHosts} and so on.
     *
     * @param change run on each HttpClient that is built, when it has all other settings. {@link #callTimeout} bounds lookups and
     *     connects unless this sets another connection manager
     * @return this
     */
    public S httpClient(Consumer<HttpClientBuilder> change) {
        httpClient = httpClient.andThen(Objects.requireNonNull(change, "httpClient"));
        return self();
    }

    /**
     * The clock.
     *
     * @return the clock that was set
     */
    protected final Clock clock() {
        return clock;
    }

    /**
     * The bound of a call.
     *
     * @return the time that was set
     */
    protected final Duration callTimeout() {
        return callTimeout;
    }

    /** Sockets count milliseconds as an int, and take 0 for no bound at all. */
    private static Duration checked(String name, Duration timeout) {
        Objects.requireNonNull(timeout, name);
        if (timeout.compareTo(SHORTEST) < 0 || timeout.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    name + " must be at least a millisecond and at most 24 days, but is " + timeout);
        }
        return timeout;
    }

    @SuppressWarnings("unchecked")
    private S self() {
        return (S) this;
    }
}
