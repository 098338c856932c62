package net.ixapi.auth.client.bearer;

import static net.ixapi.auth.client.bearer.BearerClients.get;
import static net.ixapi.auth.client.bearer.BearerClients.status;
import static net.ixapi.auth.client.bearer.BearerClients.withBearer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import net.ixapi.auth.client.runtime.FakeServer;
import net.ixapi.auth.client.session.Session;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the token goes, and where it does not. All hosts are behind one proxy, which sees what is sent. */
class BearerScopeTest {
    private final FakeTokens tokens = new FakeTokens();

    @AutoClose
    private final FakeServer server = new FakeServer();

    @ParameterizedTest
    @CsvSource({
        "http://ix.example/api/v2, http://ix.example/other",
        "http://ix.example, http://ix.example",
        "http://ix.example, http://ix.example:80/",
        "http://ix.example:80, http://ix.example/",
        "http://ix.example:8080, http://ix.example:8080/",
        "http://ix.example, http://IX.Example/",
        "http://IX.Example, http://ix.example/",
        "HTTP://ix.example, http://ix.example/",
        "http://[2001:db8::1], http://[2001:db8::1]:80/",
        "http://[2001:db8::1]:8080, http://[2001:DB8::1]:8080/",
        "http://192.0.2.1, http://192.0.2.1/",
    })
    void theServerGetsIt(URI base, URI uri) throws IOException {
        assertThat(authorization(base, uri)).isEqualTo("Bearer token-1");
    }

    @ParameterizedTest
    @CsvSource({
        "http://ix.example, http://other.example/",
        "http://ix.example, http://ix.example.other.example/",
        "http://ix.example, http://sub.ix.example/",
        "http://ix.example, http://ix.example:8080/",
        "http://ix.example:8080, http://ix.example/",
        "http://ix.example:443, http://ix.example/",
        "https://ix.example, http://ix.example/",
        "https://ix.example, http://ix.example:443/",
        "https://ix.example:8080, http://ix.example:8080/",
        "http://[2001:db8::1], http://[2001:db8::2]/",
        "http://192.0.2.1, http://192.0.2.10/",
    })
    void nobodyElseGetsIt(URI base, URI uri) throws IOException {
        assertThat(authorization(base, uri)).isNull();
        assertThat(tokens.given()).isZero();
    }

    /** What would be sent: there is nobody to answer. */
    @ParameterizedTest
    @CsvSource({
        "https://ix.example, https://ix.example/, 1",
        "https://ix.example, https://ix.example:443/, 1",
        "https://ix.example:443, https://ix.example/, 1",
        "HTTPS://ix.example, https://ix.example/, 1",
        "https://ix.example, https://ix.example:80/, 0",
        "http://ix.example, https://ix.example/, 0",
        "http://ix.example, https://ix.example:80/, 0",
        "https://ix.example:8443, https://ix.example/, 0",
    })
    void soItIsWithTls(URI base, URI uri, int tokensSent) throws IOException {
        List<Header> sent = new ArrayList<>();
        try (CloseableHttpClient http = withBearer(tokens.session(), base)
                .addExecInterceptorAfter("ixapi-bearer", "nobody", (request, scope, chain) -> {
                    sent.addAll(List.of(request.getHeaders("Authorization")));
                    return new BasicClassicHttpResponse(204);
                })
                .build()) {
            status(http, uri);
        }
        assertThat(sent).hasSize(tokensSent);
    }

    @Test
    void theServerMayBeNamedByItsAddress() throws IOException {
        HttpHost host = new HttpHost(
                "http",
                InetAddress.getLoopbackAddress(),
                "127.0.0.1",
                server.uri().getPort());
        try (CloseableHttpClient http =
                withBearer(tokens.session(), server.uri()).build()) {
            http.execute(host, get(URI.create("/")), HttpResponse::getCode);
        }
        assertThat(server.request().header("Authorization")).containsExactly("Bearer token-1");
    }

    @Test
    void itReplacesTheCallersOwnHeader() throws IOException {
        ClassicHttpRequest request = get(server.uri());
        request.addHeader("Authorization", "Basic mine");
        try (CloseableHttpClient http =
                withBearer(tokens.session(), server.uri()).build()) {
            status(http, request);
        }
        assertThat(server.request().header("Authorization")).containsExactly("Bearer token-1");
        assertThat(request.getHeaders("Authorization"))
                .extracting(Object::toString)
                .containsExactly("Authorization: Basic mine");
    }

    @Test
    void elsewhereTheCallersOwnHeaderIsLeft() throws IOException {
        ClassicHttpRequest request = get(server.uri());
        request.addHeader("Authorization", "Basic mine");
        try (CloseableHttpClient http =
                withBearer(tokens.session(), URI.create("http://ix.example")).build()) {
            status(http, request);
        }
        assertThat(server.request().header("Authorization")).containsExactly("Basic mine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a%2Fb?x=%20&y=1", "/?q", "/x//y"})
    void theRestOfTheRequestStaysAsItWas(String target) throws IOException {
        ClassicHttpRequest request = get(server.uri(target));
        request.addHeader("X-Mine", "1");
        request.addHeader("X-Mine", "2");
        try (CloseableHttpClient http =
                withBearer(tokens.session(), server.uri()).build()) {
            status(http, request);
        }
        assertThat(server.request().target()).isEqualTo(target);
        assertThat(server.request().header("X-Mine")).containsExactly("1", "2");
        assertThat(request.containsHeader("Authorization")).isFalse();
    }

    @Test
    void eachOfSeveralServersGetsItsOwn() throws IOException {
        FakeTokens others = new FakeTokens();
        Session other = others.session();
        other.invalidate(other.accessToken());
        try (FakeServer second = new FakeServer();
                CloseableHttpClient http = new BearerHandler(other, second.uri())
                        .addTo(withBearer(tokens.session(), server.uri()))
                        .build()) {
            status(http, server.uri());
            status(http, second.uri());
            assertThat(second.request().header("Authorization")).containsExactly("Bearer token-2");
        }
        assertThat(server.request().header("Authorization")).containsExactly("Bearer token-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//ix.example", "ix.example", "/api/v2", "ftp://ix.example", "https://user:word@ix.example"})
    void whatIsNoServersAddressIsRefused(URI address) {
        Session session = tokens.session();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BearerHandler(session, address))
                .withMessageStartingWith("The base address must");
    }

    private String authorization(URI base, URI uri) throws IOException {
        try (CloseableHttpClient http = withBearer(tokens.session(), base)
                .setProxy(HttpHost.create(server.uri()))
                .build()) {
            assertThat(status(http, uri)).isEqualTo(204);
        }
        return server.request().header("Authorization").stream().findFirst().orElse(null);
    }
}
