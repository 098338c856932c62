package net.ixapi.auth.client.runtime;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Objects;
import net.ixapi.auth.client.error.ApiConnectionException;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.io.CloseMode;

/**
 * The transport over Apache HttpClient 5, with a HttpClient of its own: bounded waits, no redirects, no cookies, no silent
 * retries. Immutable and safe for many threads.
 */
public final class HttpTransport implements Transport {
    private final RequestWriter requests;
    private final ResponseReader responses;
    private final CloseableHttpClient http;
    private final Duration callTimeout;

    HttpTransport(URI baseUri, CloseableHttpClient http, HttpSettings<?> settings) {
        this.requests = new RequestWriter(checked(baseUri));
        this.responses = new ResponseReader(settings.acceptAny2xx, settings.clock);
        this.http = http;
        this.callTimeout = settings.callTimeout;
    }

    /**
     * A transport with the default settings.
     *
     * @param baseUri the absolute address that all paths are relative to, such as {@code https://ix.example/api/v2}
     * @return the transport, to be closed by the caller
     * @throws IllegalArgumentException if the address is not absolute http(s), or has a query, a fragment or a password
     */
    public static HttpTransport to(URI baseUri) {
        return to(baseUri, new TransportSettings());
    }

    /**
     * A transport.
     *
     * @param baseUri as in {@link #to(URI)}
     * @param settings how long to wait, and for what
     * @return the transport, to be closed by the caller
     * @throws IllegalArgumentException as in {@link #to(URI)}
     */
    public static HttpTransport to(URI baseUri, HttpSettings<?> settings) {
        return new HttpTransport(baseUri, httpClient(settings).build(), settings);
    }

    /**
     * A HttpClient as a transport has. Its call timeout bounds nothing here: whoever executes a request decides when it is over.
     *
     * @param settings how long to wait, and for what
     * @return a builder to be completed
     */
    public static HttpClientBuilder httpClient(HttpSettings<?> settings) {
        return HttpClientFactory.builder(settings, SystemDefaultDnsResolver.INSTANCE);
    }

    /**
     * Completes an address that has no path, and drops a slash at its end.
     *
     * @param given as in {@link #to(URI)}
     * @param usualPath the path of the document's server
     * @return the address with its own path or the usual one
     * @throws IllegalArgumentException as in {@link #to(URI)}
     */
    public static URI baseUri(URI given, String usualPath) {
        URI base = checked(given);
        return base.getRawPath().isEmpty() ? base.resolve(usualPath) : base;
    }

    /**
     * The address without a slash at its end, so that whoever appends a path begins it with one. The JDK finds no host in a name
     * with {@code _}, which containers have; HttpCore does.
     */
    private static URI checked(URI uri) {
        Objects.requireNonNull(uri, "The base address must not be null");
        String authority = uri.getRawAuthority();
        if (!"http".equalsIgnoreCase(uri.getScheme()) && !"https".equalsIgnoreCase(uri.getScheme())
                || authority == null) {
            throw new IllegalArgumentException(
                    "The base address must be absolute, such as https://ix.example/api/v2, but has no http(s) scheme or no host");
        }
        if (authority.contains("@") || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("The base address must have no user, query or fragment: host "
                    + authority.substring(authority.lastIndexOf('@') + 1));
        }
        try {
            HttpHost.create(uri.getScheme() + "://" + authority);
            return URI.create(uri.toASCIIString().replaceFirst("/+$", ""));
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new IllegalArgumentException("The base address has a host or a port that cannot be: " + authority);
        }
    }

    @Override
    public <T> ApiResponse<T> send(ApiRequest<T> request) {
        HttpUriRequestBase outgoing = requests.write(request);
        Duration left = request.timeLeft;
        Duration time = left != null && left.compareTo(callTimeout) < 0 ? left : callTimeout;
        try (CallTimeout timeout = CallTimeout.start(outgoing, time)) {
            return send(request.operation, outgoing, timeout);
        }
    }

    private <T> ApiResponse<T> send(ApiOperation<T> operation, HttpUriRequestBase outgoing, CallTimeout timeout) {
        HttpClientContext context = HttpClientContext.create();
        try {
            return http.execute(outgoing, context, response -> responses.read(operation, response, outgoing));
        } catch (IOException | IllegalStateException e) {
            // HttpClient notes the connection before it writes the first byte.
            boolean sent = context.getEndpointDetails() != null;
            IOException cause = timeout.isOver()
                    ? new SocketTimeoutException("not complete within " + callTimeout)
                    : inTheJdksTerms(e);
            throw ApiConnectionException.because(operation.id(), cause, sent);
        }
    }

    /** HttpClient calls it an interruption where no connection became free, and an illegal state where a wait was interrupted. */
    private static IOException inTheJdksTerms(Exception thrown) {
        if (thrown instanceof ConnectionRequestTimeoutException) {
            return new SocketTimeoutException("no connection became free");
        }
        return thrown instanceof IOException failure
                ? failure
                : new InterruptedIOException("the client was closed or the thread interrupted");
    }

    /** Closes the connections; requests under way end with an exception. */
    @Override
    public void close() {
        http.close(CloseMode.GRACEFUL);
    }
}
