package net.ixapi.auth.client.bearer;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import net.ixapi.auth.client.session.Session;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.apache.hc.core5.util.Timeout;

/** HttpClients as a program would build them, and calls with them. */
final class BearerClients {
    private BearerClients() {}

    /** The documented position. */
    static HttpClientBuilder withBearer(Session session, URI server) {
        return new BearerHandler(session, server).addTo(HttpClients.custom());
    }

    /** A pool of one connection, for which nobody waits. */
    static HttpClientBuilder onOneConnection(HttpClientBuilder builder) {
        return onOneConnection(builder, poolOfOne());
    }

    static PoolingHttpClientConnectionManager poolOfOne() {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(1)
                .build();
    }

    static HttpClientBuilder onOneConnection(HttpClientBuilder builder, PoolingHttpClientConnectionManager pool) {
        return builder.setConnectionManager(pool)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.of(Duration.ofMillis(50)))
                        .build());
    }

    static ClassicHttpRequest get(URI uri) {
        return ClassicRequestBuilder.get(uri).build();
    }

    static int status(CloseableHttpClient http, URI uri) throws IOException {
        return status(http, get(uri));
    }

    static int status(CloseableHttpClient http, ClassicHttpRequest request) throws IOException {
        return http.execute(request, answer -> answer.getCode());
    }
}
