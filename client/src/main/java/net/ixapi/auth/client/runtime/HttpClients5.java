package net.ixapi.auth.client.runtime;

import java.time.Duration;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** HttpClient's own defaults wait three minutes to connect, forever for an answer, and repeat a POST on 429 and 503. */
final class HttpClients5 {
    private static final Timeout CONNECT = Timeout.of(Duration.ofSeconds(5));
    private static final Timeout RESPONSE = Timeout.of(Duration.ofSeconds(30));
    private static final Timeout LEASE = Timeout.of(Duration.ofSeconds(5));
    /** Servers drop idle connections, most of them after 60 seconds. */
    private static final Timeout IDLE = Timeout.of(Duration.ofSeconds(50));

    private HttpClients5() {}

    static CloseableHttpClient withSafeDefaults() {
        return HttpClients.custom()
                .setConnectionManager(connections())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(LEASE)
                        .setResponseTimeout(RESPONSE)
                        .build())
                .setUserAgent("ixapi-auth")
                // A token must not follow a redirect, a refresh must not be sent twice, and there is no session to
                // keep.
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    private static PoolingHttpClientConnectionManager connections() {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(64)
                .setMaxConnPerRoute(64)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT)
                        .setSocketTimeout(RESPONSE)
                        .setIdleTimeout(IDLE)
                        .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                        .build())
                .build();
    }
}
