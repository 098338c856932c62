package net.ixapi.auth.stub.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import net.ixapi.auth.model.AuthToken;
import net.ixapi.auth.stub.Credentials;
import net.ixapi.auth.stub.StubPeer;
import net.ixapi.auth.stub.StubServer;
import net.ixapi.auth.stub.fault.Fault;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page over the admin interface. */
@Timeout(60)
class AdminPageTest {
    @AutoClose
    private static final StubServer stub = StubServer.builder()
            .account(Credentials.account())
            .fixedAt(Instant.parse("2026-01-01T00:00:00Z"))
            .adminInterface(true)
            .start();

    private static final String address = "http://127.0.0.1:" + stub.adminUri().getPort();
    private static final StubPeer admin = new StubPeer(URI.create(address));

    @ParameterizedTest
    @CsvSource({
        "/_stub, text/html;charset=utf-8",
        "/_stub/admin.js, text/javascript;charset=utf-8",
        "/_stub/admin.css, text/css;charset=utf-8"
    })
    void mayTalkToNobodyElse(String path, String type) throws Exception {
        HttpResponse<String> response = admin.send(admin.to(path));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue(type);
        assertThat(response.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .startsWith("default-src 'none'; script-src 'self';")
                        .doesNotContain("http", "*", "unsafe-eval"));
    }

    @Test
    void hasTheDocumentBesideIt() throws Exception {
        byte[] document =
                getClass().getResourceAsStream("/META-INF/openapi/admin.yaml").readAllBytes();

        assertThat(admin.send(admin.to("/_stub/openapi.yaml")).body())
                .isEqualTo(new String(document, StandardCharsets.UTF_8));
        assertThat(admin.send(admin.to("/")).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/_stub"));
    }

    @Test
    void isForThisMachineOnly() throws Exception {
        assertThat(admin.send(admin.to("/_stub").header("X-Forwarded-For", "192.0.2.1"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    @Tag("long")
    @Timeout(300)
    void letsAPersonControlTheStub() throws Exception {
        Optional<Path> driver = Browser.driver();
        assumeTrue(driver.isPresent(), "skipped: there is no chromedriver on the PATH (Debian: chromium-driver)");
        StubPeer peer = new StubPeer(stub);
        try (Browser browser = Browser.start(driver.get())) {
            browser.open(address + "/_stub");
            // The journal is live.
            AuthToken pair = peer.login();
            browser.await("#journal", "POST /api/v2/auth/token");
            // The longest path of all, with the longest response.
            stub.faults().enqueue(Fault.status(400).and(Fault.malformedBody()));
            peer.send(peer.to("/auth/oauth2/token").POST(BodyPublishers.noBody()));
            browser.await("#journal", "POST /api/v2/auth/oauth2/token");
            // The next fault, for one request.
            browser.click("#fault button");
            browser.await("#pending", "status 503, 1 times");
            assertThat(peer.refresh(pair.getRefreshToken()).statusCode()).isEqualTo(503);
            browser.await("#journal", "503 (fault: status 503)");
            // A token is refused from now on.
            browser.type("#token", pair.getAccessToken());
            browser.click("#revocation button");
            browser.await("#message", "Revoke: done.");
            browser.type("#token", "x");
            browser.click("#revocation button");
            browser.await("#message", "token must be a token that this stub has issued");
            assertThat(stub.tokens().isActive(pair.getAccessToken())).isFalse();
            for (int width : new int[] {400, 1200}) {
                for (boolean dark : new boolean[] {false, true}) {
                    browser.show(width, 960, dark);
                    String name = "admin-" + width + (dark ? "-dark" : "") + ".png";
                    browser.screenshot("h1", Path.of("target", name));
                    assertThat(browser.run("return document.documentElement.scrollWidth")
                                    .intValue())
                            .isLessThanOrEqualTo(width);
                }
            }
            // An hour on, the token of a log-in has expired.
            String token = peer.login().getAccessToken();
            assertThat(stub.tokens().isActive(token)).isTrue();
            browser.click("#hour");
            browser.await("#clock", "2026-01-01T01:00:00Z (stopped)");
            assertThat(stub.tokens().isActive(token)).isFalse();
            browser.click("#reset");
            browser.await("#message", "Reset all: done.");
            stub.journal().assertNoRequests();
            assertThat(stub.clock().instant()).hasToString("2026-01-01T00:00:00Z");
            assertThat(browser.loaded()).isNotEmpty().allMatch(loaded -> loaded.startsWith(address + "/"));
            assertThat(browser.complaints().toString()).doesNotContain("Content Security Policy");
        }
    }
}
