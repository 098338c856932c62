package net.ixapi.auth.client.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransportSettingsTest {
    private static final TransportSettings DEFAULT = TransportSettings.DEFAULT;
    private static final ApiOperation<Void> READ =
            ApiOperation.of("thing_read", "GET", "/thing").returnsNothing();

    @AutoClose
    private final FakeServer server = new FakeServer();

    @Test
    void eachCanBeChangedAlone() {
        Duration time = Duration.ofMillis(1);
        URI proxy = URI.create("http://proxy.example:3128");
        assertThat(DEFAULT.withConnectTimeout(time)
                        .withResponseTimeout(time.multipliedBy(2))
                        .withConnectionRequestTimeout(time.multipliedBy(3))
                        .withCallTimeout(time.multipliedBy(4))
                        .withProxy(proxy)
                        .withUserAgent("mine")
                        .withAcceptAny2xx(true))
                .isEqualTo(new TransportSettings(
                        time, time.multipliedBy(2), time.multipliedBy(3), time.multipliedBy(4), proxy, "mine", true));
    }

    /** Less than a millisecond is none to a socket, and none is no bound; more than an int of them is an overflow. */
    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT0.000999S", "PT576H0.001S"})
    void noTimeoutIsOutOfBounds(Duration none) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULT.withConnectTimeout(none))
                .withMessageContaining("connectTimeout");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULT.withResponseTimeout(none))
                .withMessageContaining("responseTimeout");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULT.withConnectionRequestTimeout(none))
                .withMessageContaining("connectionRequestTimeout");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULT.withCallTimeout(none))
                .withMessageContaining("callTimeout");
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "//proxy.example:3128", "proxy.example:3128", "/proxy"})
    void aProxyWithoutSchemeOrHostIsRefused(String proxy) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULT.withProxy(URI.create(proxy)))
                .withMessageContaining("http://host:port");
    }

    @Test
    void aPasswordOfAProxyIsRefusedAndNotSaid() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULT.withProxy(URI.create("http://me:canary-5f1d@proxy.example:3128")))
                .withMessageContaining("http://host:port")
                .satisfies(refusal -> assertThat(Failures.saidBy(refusal)).doesNotContain("canary-5f1d"));
    }

    @Test
    void theUserAgentIsSent() {
        try (HttpTransport transport = HttpTransport.to(server.uri(), DEFAULT.withUserAgent("mine/1.0"))) {
            transport.send(READ.request());
        }
        assertThat(server.request().header("User-Agent")).containsExactly("mine/1.0");
    }

    @Test
    void requestsGoThroughTheProxy() {
        try (HttpTransport transport =
                HttpTransport.to(URI.create("http://ix.example/api"), DEFAULT.withProxy(server.uri()))) {
            transport.send(READ.request());
        }
        assertThat(server.request().target()).isEqualTo("http://ix.example/api/thing");
    }
}
