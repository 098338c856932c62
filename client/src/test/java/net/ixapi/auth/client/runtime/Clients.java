package net.ixapi.auth.client.runtime;

import java.time.Duration;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.Timeout;

/** Clients of the caller's, each with a single connection. Whoever asks for one closes it. */
final class Clients {
    private static final Timeout SHORT = Timeout.of(Duration.ofMillis(50));
    private static final Timeout LONG = Timeout.of(Duration.ofMinutes(1));

    private Clients() {}

    /** Waits 50 milliseconds for the next bytes. */
    static CloseableHttpClient impatientForAnswers() {
        return client(LONG, SHORT);
    }

    /** Waits 50 milliseconds for the connection to become free. */
    static CloseableHttpClient impatientForConnections() {
        return client(SHORT, LONG);
    }

    static CloseableHttpClient patient() {
        return client(LONG, LONG);
    }

    private static CloseableHttpClient client(Timeout connection, Timeout answer) {
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(1)
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(connection)
                        .setResponseTimeout(answer)
                        .build())
                .disableAutomaticRetries()
                .build();
    }
}
