package net.ixapi.auth.client;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import net.ixapi.auth.client.runtime.HttpTransport;
import net.ixapi.auth.client.runtime.TransportSettings;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.jspecify.annotations.Nullable;

/** How a client sends its requests: with settings, or through a HttpClient that was handed in. Not safe for many threads. */
final class Sending {
    private final Set<String> withoutEffectOnOthers = new TreeSet<>();
    private TransportSettings settings = TransportSettings.DEFAULT;
    private @Nullable CloseableHttpClient http;

    /** A setting that holds for every HttpClient. */
    void set(UnaryOperator<TransportSettings> change) {
        settings = change.apply(settings);
    }

    /** A setting that a HttpClient has from the day it is built. */
    void setOwn(String name, UnaryOperator<TransportSettings> change) {
        set(change);
        withoutEffectOnOthers.add(name);
    }

    TransportSettings settings() {
        return settings;
    }

    Duration callTimeout() {
        return settings.callTimeout();
    }

    void through(CloseableHttpClient handedIn) {
        http = handedIn;
    }

    /** What cannot hold is not left out in silence: a proxy may be there for a reason. */
    HttpTransport transport(URI baseUrl) {
        if (http == null) {
            return HttpTransport.to(baseUrl, settings);
        } else if (withoutEffectOnOthers.isEmpty()) {
            return HttpTransport.over(http, baseUrl, settings);
        }
        throw new IllegalStateException("With a HttpClient of your own, these settings have no effect: "
                + String.join(", ", withoutEffectOnOthers) + ". Give them to that HttpClient instead");
    }
}
