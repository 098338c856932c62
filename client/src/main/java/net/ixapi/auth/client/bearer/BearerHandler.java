package net.ixapi.auth.client.bearer;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import net.ixapi.auth.client.runtime.HttpTransport;
import net.ixapi.auth.client.session.Session;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.client5.http.classic.ExecRuntime;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;

/**
 * Puts the access token of a session on requests to one server. Immutable and safe for many threads.
 *
 * <pre>{@code
 * CloseableHttpClient http = ixapi.bearer().addTo(HttpClients.custom()).build();
 * }</pre>
 *
 * <p>{@link #addTo} puts it before {@link ChainElement#PROTOCOL}. Neither the first position nor the last would do: at the
 * first, the handler does not see where a redirect leads, so that one on the same server goes without the token; at the last,
 * there is no connection for a second attempt.
 *
 * <p>The token goes to the scheme, host and port of the base address only, wherever a redirect leads. There it replaces an
 * {@code Authorization} header that the request has already; elsewhere such a header is left as it is. A 401 drops the token
 * that was used, and only that one; a request that can be repeated is then sent once more, with a new token. If a new token is
 * refused as well, the caller gets the 401. What the session
 * throws where it has no token reaches the caller as it is, before anything is sent.
 */
public final class BearerHandler implements ExecChainHandler {
    private static final int SHORT = 8 << 10;

    private final Session session;
    private final HttpHost server;

    /**
     * A handler for one server.
     *
     * @param session where tokens come from
     * @param baseUri the server's address
     * @throws IllegalArgumentException if the address is not absolute http(s), or has a query, a fragment or a password
     */
    public BearerHandler(Session session, URI baseUri) {
        this.session = session;
        this.server = hostOf(HttpTransport.baseUri(baseUri, "/"));
    }

    /**
     * Adds this handler to a HttpClient of one's own, at the one position where it works. Handlers for several servers may be
     * added to the same client.
     *
     * @param builder builds the client
     * @return the builder
     */
    public HttpClientBuilder addTo(HttpClientBuilder builder) {
        return builder.addExecInterceptorBefore(ChainElement.PROTOCOL.name(), "ixapi-bearer", this);
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        if (!withPort(scope.route.getTargetHost()).equals(server)) {
            return chain.proceed(request, scope);
        }
        String token = session.accessToken();
        ClassicHttpResponse response = chain.proceed(authorized(request, token), scope);
        HttpEntity body = request.getEntity();
        if (response.getCode() != HttpStatus.SC_UNAUTHORIZED
                || !session.invalidate(token)
                || body != null && !body.isRepeatable()) {
            return response;
        }
        // First, so that no connection is held while the session renews the token, nor if it fails.
        dismiss(response, scope.execRuntime);
        String next = session.accessToken();
        return next.equals(token) ? response : chain.proceed(authorized(request, next), scope);
    }

    /**
     * Sends a request by the JDK's client, with the token if it goes to the server, and once more after a 401, as above.
     *
     * @param http the client, which must follow no redirects: it may take the token along to where they lead
     * @param request the request; an {@code Authorization} header of its own is replaced if it goes to the server
     * @param body what becomes of the body of the response; that of a 401 that is not returned is closed
     * @param <T> what becomes of it
     * @return the response, whatever its status
     * @throws IllegalArgumentException if the client follows redirects
     * @throws IOException as the client
     * @throws InterruptedException as the client
     */
    public <T> HttpResponse<T> send(HttpClient http, HttpRequest request, HttpResponse.BodyHandler<T> body)
            throws IOException, InterruptedException {
        if (http.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException(
                    "Give a client that follows no redirects: they may take the token along");
        }
        if (!hostOf(request.uri()).equals(server)) {
            return http.send(request, body);
        }
        String token = session.accessToken();
        HttpResponse<T> response = http.send(authorized(request, token), body);
        if (response.statusCode() != HttpStatus.SC_UNAUTHORIZED || !session.invalidate(token)) {
            return response;
        }
        String next = "";
        try {
            next = session.accessToken();
        } finally {
            // A body that is read by and by holds its connection.
            if (!next.equals(token) && response.body() instanceof Closeable unread) {
                unread.close();
            }
        }
        return next.equals(token) ? response : http.send(authorized(request, next), body);
    }

    private static HttpRequest authorized(HttpRequest request, String token) {
        return HttpRequest.newBuilder(request, (name, value) -> true)
                .setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .build();
    }

    /**
     * Reads a short body into memory, so that the connection is free and serves again. A longer one is cut off there, since it
     * may have no end.
     */
    private static void dismiss(ClassicHttpResponse refusal, ExecRuntime connection) {
        HttpEntity body = refusal.getEntity();
        try {
            if (body != null) {
                byte[] beginning = body.getContent().readNBytes(SHORT + 1);
                refusal.setEntity(new ByteArrayEntity(
                        beginning, ContentType.parseLenient(body.getContentType()), body.getContentEncoding()));
            }
        } catch (IOException e) {
            // The refusal is understood without its body.
            refusal.setEntity(null);
        } finally {
            connection.discardEndpoint();
        }
    }

    /** A copy, so that the token never stays on the caller's own request, nor goes where a redirect leads. */
    private static ClassicHttpRequest authorized(ClassicHttpRequest request, String token) {
        return ClassicRequestBuilder.copy(request)
                .setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .build();
    }

    /** By way of HttpCore, which finds a host in names with {@code _}, too. */
    private static HttpHost hostOf(URI uri) {
        return withPort(new HttpHost(uri.getScheme(), new HttpGet(uri).getAuthority()));
    }

    private static HttpHost withPort(HttpHost host) {
        HttpHost named = new HttpHost(host.getSchemeName(), host.getHostName(), host.getPort());
        return RoutingSupport.normalize(named, DefaultSchemePortResolver.INSTANCE);
    }
}
