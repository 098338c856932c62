package net.ixapi.auth.client.runtime;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import net.ixapi.auth.client.error.ApiConnectionException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.Configurable;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.io.CloseMode;

/**
 * The transport over Apache HttpClient 5. Immutable and safe for many threads.
 *
 * <p>{@link #to(URI)} makes its own HttpClient, which {@link #close} closes; a client that was handed to {@code over} stays
 * its owner's to close.
 */
public final class HttpTransport implements Transport {
    private final RequestWriter requests;
    private final ResponseReader responses;
    private final CloseableHttpClient http;
    private final boolean ownsHttp;
    private final RequestConfig config;
    private final Duration callTimeout;

    private HttpTransport(URI baseUri, CloseableHttpClient http, boolean ownsHttp, HttpSettings<?> settings) {
        Json json = new Json();
        this.requests = new RequestWriter(BaseUri.checked(baseUri), json);
        this.responses = new ResponseReader(json, settings.acceptAny2xx, settings.clock);
        this.http = http;
        this.ownsHttp = ownsHttp;
        this.config = withoutRedirects(http);
        this.callTimeout = settings.callTimeout;
    }

    /**
     * A transport with its own HttpClient: bounded waits, no redirects, no cookies, no silent retries.
     *
     * @param baseUri the absolute address that all paths are relative to, such as {@code https://ix.example/api/v2}
     * @return the transport, to be closed by the caller
     * @throws IllegalArgumentException if the address is not absolute http(s), or has a query, a fragment or a password
     */
    public static HttpTransport to(URI baseUri) {
        return to(baseUri, new TransportSettings());
    }

    /**
     * A transport with its own HttpClient: no redirects, no cookies, no silent retries.
     *
     * @param baseUri as in {@link #to(URI)}
     * @param settings how long to wait, and for what
     * @return the transport, to be closed by the caller
     * @throws IllegalArgumentException as in {@link #to(URI)}
     */
    public static HttpTransport to(URI baseUri, HttpSettings<?> settings) {
        return owning(HttpClientFactory.builder(settings).build(), baseUri, settings);
    }

    static HttpTransport owning(CloseableHttpClient http, URI baseUri, HttpSettings<?> settings) {
        return new HttpTransport(baseUri, http, true, settings);
    }

    /**
     * A transport over a client of the caller's, which is used as it is and never closed here; only redirects are not followed.
     *
     * @param http the client
     * @param baseUri as in {@link #to(URI)}
     * @return the transport
     * @throws IllegalArgumentException as in {@link #to(URI)}
     */
    public static HttpTransport over(CloseableHttpClient http, URI baseUri) {
        return over(http, baseUri, new TransportSettings());
    }

    /**
     * A transport over a client of the caller's, which is used as it is and never closed here; only redirects are not followed.
     *
     * @param http the client, whose own timeouts, proxy and user agent hold
     * @param baseUri as in {@link #to(URI)}
     * @param settings only its call timeout, its clock and what counts as a success are used. The call timeout does not bound the
     *     lookup of the server's name, nor the connects to its addresses: those are the client's own
     * @return the transport
     * @throws IllegalArgumentException as in {@link #to(URI)}
     * @throws IllegalStateException if there are settings that have no effect on the client
     */
    public static HttpTransport over(CloseableHttpClient http, URI baseUri, HttpSettings<?> settings) {
        if (!settings.ofHttpClient.isEmpty()) {
            // What cannot hold is not left out in silence: a proxy may be there for a reason.
            throw new IllegalStateException("With a HttpClient of your own, these settings have no effect: "
                    + String.join(", ", settings.ofHttpClient) + ". Give them to that HttpClient instead");
        }
        return new HttpTransport(baseUri, http, false, settings);
    }

    /**
     * A HttpClient as a transport of its own would have: bounded waits, no redirects, no cookies, no silent retries. Its call
     * timeout bounds nothing here: whoever executes a request decides when it is over.
     *
     * @param settings how long to wait, and for what
     * @return a builder to be completed
     */
    public static HttpClientBuilder httpClient(HttpSettings<?> settings) {
        return HttpClientFactory.builder(settings);
    }

    /**
     * Completes an address that has no path.
     *
     * @param given as in {@link #to(URI)}
     * @param usualPath the path of the document's server
     * @return the address as it is, or with the usual path
     * @throws IllegalArgumentException as in {@link #to(URI)}
     */
    public static URI baseUri(URI given, String usualPath) {
        String path = BaseUri.checked(given).getRawPath();
        return path.isEmpty() || path.equals("/") ? given.resolve(usualPath) : given;
    }

    @Override
    public <T> ApiResponse<T> send(ApiRequest<T> request) {
        ApiOperation<T> operation = request.operation;
        HttpUriRequestBase outgoing = requests.write(request);
        outgoing.setConfig(config);
        Duration left = request.timeLeft;
        Duration time = left != null && left.compareTo(callTimeout) < 0 ? left : callTimeout;
        try (CallTimeout timeout = CallTimeout.start(outgoing, time)) {
            return send(operation, outgoing, timeout);
        }
    }

    /** The client's own settings, but a secret in a body must not be posted to wherever a redirect leads. */
    private static RequestConfig withoutRedirects(CloseableHttpClient http) {
        RequestConfig own = http instanceof Configurable settings ? settings.getConfig() : RequestConfig.DEFAULT;
        return RequestConfig.copy(own).setRedirectsEnabled(false).build();
    }

    private <T> ApiResponse<T> send(ApiOperation<T> operation, HttpUriRequestBase outgoing, CallTimeout timeout) {
        HttpClientContext context = HttpClientContext.create();
        try {
            return http.execute(outgoing, context, response -> responses.read(operation, response, outgoing));
        } catch (IOException | IllegalStateException e) {
            IOException failure = inTheJdksTerms(e);
            IOException cause =
                    timeout.isOver() ? new SocketTimeoutException("not complete within " + callTimeout) : failure;
            throw ApiConnectionException.because(operation.id(), cause, mayHaveBeenSent(context, failure));
        }
    }

    /** HttpClient calls it an interruption where no connection became free, and an illegal state where a wait was interrupted. */
    private static IOException inTheJdksTerms(Exception thrown) {
        if (thrown instanceof ConnectionRequestTimeoutException) {
            return (IOException) new SocketTimeoutException("no connection became free").initCause(thrown);
        }
        return thrown instanceof IOException failure
                ? failure
                : (IOException)
                        new InterruptedIOException("the client was closed or the thread interrupted").initCause(thrown);
    }

    /** HttpClient notes the connection before it writes the first byte. A client of the caller's may not note anything. */
    private boolean mayHaveBeenSent(HttpClientContext context, IOException failure) {
        return context.getEndpointDetails() != null
                || !ownsHttp && ApiConnectionException.because("", failure).mayHaveBeenProcessed();
    }

    /** Closes the HttpClient, if it is this transport's own; requests under way end with an exception. */
    @Override
    public void close() {
        if (ownsHttp) {
            http.close(CloseMode.GRACEFUL);
        }
    }
}
