package net.ixapi.auth.client.runtime;

import java.net.Proxy;
import java.net.URI;
import java.util.Objects;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.auth.CredentialsProviderBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** HttpClient's own defaults wait three minutes to connect, forever for a response, and repeat a POST on 429 and 503. */
final class HttpClientFactory {
    private HttpClientFactory() {}

    /**
     * A builder of clients.
     *
     * @param names looks names up in its own time
     */
    static HttpClientBuilder builder(HttpSettings<?> settings, DnsResolver names) {
        HttpClientBuilder builder = HttpClients.custom()
                .setConnectionManager(connections(settings, names))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.of(settings.connectTimeout))
                        .setResponseTimeout(Timeout.of(settings.responseTimeout))
                        .build())
                .setUserAgent("ixapi-auth")
                // A token must not follow a redirect, a refresh must not be
                // sent twice, and there is no session to keep.
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement();
        if (settings.proxy != null) {
            goThrough(settings.proxy, builder);
        }
        settings.httpClient.accept(builder);
        return builder;
    }

    private static void goThrough(URI proxy, HttpClientBuilder builder) {
        HttpHost host = HttpHost.create(proxy);
        builder.setProxy(host);
        String[] user = Objects.requireNonNullElse(proxy.getUserInfo(), "").split(":", 2);
        if (user.length == 2) {
            builder.setDefaultCredentialsProvider(CredentialsProviderBuilder.create()
                    .add(host, user[0], user[1].toCharArray())
                    .build());
        }
    }

    static PoolingHttpClientConnectionManager connections(HttpSettings<?> settings, DnsResolver names) {
        return new BoundedConnections()
                .setDnsResolver(new BoundedDnsResolver(names))
                .setTlsSocketStrategy(
                        settings.sslContext == null ? null : new DefaultClientTlsStrategy(settings.sslContext))
                .setMaxConnTotal(64)
                .setMaxConnPerRoute(64)
                .setDefaultTlsConfig(TlsConfig.custom()
                        .setHandshakeTimeout(Timeout.of(settings.connectTimeout))
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(settings.connectTimeout))
                        .setSocketTimeout(Timeout.of(settings.responseTimeout))
                        .setIdleTimeout(Timeout.of(settings.idleTimeout))
                        .setValidateAfterInactivity(TimeValue.of(settings.validateAfterInactivity))
                        .build())
                .build();
    }

    /** Makes connections whose sockets know the time of the call. */
    private static final class BoundedConnections extends PoolingHttpClientConnectionManagerBuilder {
        @Override
        protected HttpClientConnectionOperator createConnectionOperator(
                SchemePortResolver ports, DnsResolver names, TlsSocketStrategy tls) {
            return new DefaultHttpClientConnectionOperator(
                    proxy -> new BoundedSocket(proxy == null ? Proxy.NO_PROXY : proxy),
                    ports,
                    names,
                    scheme -> URIScheme.HTTPS.same(scheme) ? tls : null);
        }
    }
}
