package net.ixapi.auth.client.runtime;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import net.ixapi.auth.client.error.ApiConnectionException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.io.CloseMode;

/**
 * The transport over Apache HttpClient 5. Immutable and safe for many threads.
 *
 * <p>{@link #to} makes its own HttpClient, which {@link #close} closes; a client that was handed to {@link #over} stays
 * its owner's to close.
 */
public final class HttpTransport implements Transport, AutoCloseable {
    private final RequestWriter requests;
    private final AnswerReader answers;
    private final CloseableHttpClient http;
    private final boolean ownsHttp;

    private HttpTransport(URI baseUri, CloseableHttpClient http, boolean ownsHttp) {
        Json json = new Json();
        this.requests = new RequestWriter(baseUri, json);
        this.answers = new AnswerReader(json);
        this.http = http;
        this.ownsHttp = ownsHttp;
    }

    /**
     * A transport with its own HttpClient: bounded waits, no redirects, no cookies, no silent retries.
     *
     * @param baseUri the absolute address that all paths are relative to, such as {@code https://ix.example/api/v2}
     * @return the transport, to be closed by the caller
     * @throws IllegalArgumentException if the address is not absolute http(s), or has a query, a fragment or a password
     */
    public static HttpTransport to(URI baseUri) {
        return new HttpTransport(BaseUri.checked(baseUri), HttpClients5.withSafeDefaults(), true);
    }

    /**
     * A transport over a client of the caller's, which is used as it is and never closed here.
     *
     * @param http the client
     * @param baseUri as in {@link #to}
     * @return the transport
     * @throws IllegalArgumentException as in {@link #to}
     */
    public static HttpTransport over(CloseableHttpClient http, URI baseUri) {
        return new HttpTransport(BaseUri.checked(baseUri), http, false);
    }

    @Override
    public <T> ApiResponse<T> send(ApiRequest<T> request) {
        ApiOperation<T> operation = request.operation();
        HttpUriRequestBase outgoing = requests.write(request);
        try {
            return http.execute(outgoing, answer -> answers.read(operation, answer, outgoing));
        } catch (ConnectionRequestTimeoutException e) {
            throw ApiConnectionException.because(operation.id(), timeout(e));
        } catch (IOException e) {
            throw ApiConnectionException.because(operation.id(), e);
        } catch (IllegalStateException e) {
            // What HttpClient throws at a thread that asks for a connection, or is interrupted while it waits for one.
            throw ApiConnectionException.because(operation.id(), closedOrInterrupted(e));
        }
    }

    /** HttpClient calls it an interruption. */
    private static IOException timeout(ConnectionRequestTimeoutException e) {
        IOException timeout = new SocketTimeoutException("no connection became free");
        timeout.initCause(e);
        return timeout;
    }

    private static IOException closedOrInterrupted(IllegalStateException e) {
        IOException interruption = new InterruptedIOException("the client was closed or the thread interrupted");
        interruption.initCause(e);
        return interruption;
    }

    /** Closes the HttpClient, if it is this transport's own; requests under way end with an exception. */
    @Override
    public void close() {
        if (ownsHttp) {
            http.close(CloseMode.GRACEFUL);
        }
    }
}
