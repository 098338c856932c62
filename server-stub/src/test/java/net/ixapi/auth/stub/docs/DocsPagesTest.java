package net.ixapi.auth.stub.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import net.ixapi.auth.stub.Account;
import net.ixapi.auth.stub.StubPeer;
import net.ixapi.auth.stub.StubServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocsPagesTest {
    /** The README shows it; with {@code -Dpictures=.} it is made in the place from where the README takes it. */
    private static final Path SCREENSHOT = Path.of(System.getProperty("pictures", "target"), "docs.png");

    @AutoClose
    private static final StubServer stub =
            StubServer.builder().account(Account.EXAMPLE).start();

    private static final String address = "http://127.0.0.1:" + stub.baseUri().getPort();
    private static final StubPeer peer = new StubPeer(URI.create(address));

    @Test
    void haveTheContractItself() throws Exception {
        byte[] contract =
                getClass().getResourceAsStream("/META-INF/openapi/openapi.yaml").readAllBytes();
        HttpResponse<String> response = peer.send(peer.to("/openapi.yaml"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/yaml;charset=utf-8");
        assertThat(response.body()).isEqualTo(new String(contract, StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "/docs, text/html;charset=utf-8",
        "/docs/page.js, text/javascript;charset=utf-8",
        "/docs/swagger-ui.css, text/css;charset=utf-8",
        "/docs/swagger-ui-bundle.js, text/javascript;charset=utf-8",
        "/docs/favicon-32x32.png, image/png"
    })
    void mayTalkToNobodyElse(String path, String type) throws Exception {
        HttpResponse<String> response = peer.send(peer.to(path));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue(type);
        assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(response.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .startsWith("default-src 'none'; script-src 'self';")
                        .doesNotContain("http", "*", "unsafe-eval"));
    }

    /** RFC 9110, section 9.3.2: the same header fields as for GET. */
    @ParameterizedTest
    @ValueSource(strings = {"/openapi.yaml", "/docs", "/docs/swagger-ui-bundle.js", "/", "/.well-known/jwks.json"})
    void areTheSameForHead(String path) throws Exception {
        HttpResponse<String> get = peer.send(peer.to(path));
        HttpResponse<String> head = peer.send(peer.to(path).method("HEAD", BodyPublishers.noBody()));

        assertThat(head.statusCode()).isEqualTo(get.statusCode());
        assertThat(head.headers().firstValue("Content-Type"))
                .isEqualTo(get.headers().firstValue("Content-Type"));
        assertThat(head.headers().firstValue("Content-Length"))
                .isEqualTo(get.headers().firstValue("Content-Length"));
    }

    @Test
    void areWhereAPersonLooksFirst() throws Exception {
        HttpResponse<String> response = peer.send(peer.to("/"));

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/docs"));
    }

    /** As a person does it, in a browser that takes five seconds of a processor: the example is filled in, one click sends it, and the answer is shown. */
    @Test
    @Tag("long")
    @Timeout(300)
    void letAPersonTryTheOperations() throws Exception {
        Optional<Path> driver = Browser.driver();
        assumeTrue(driver.isPresent(), "skipped: there is no chromedriver on the PATH (Debian: chromium-driver)");
        try (Browser browser = Browser.start(driver.get())) {
            browser.open(address + "/docs");
            tryOut(browser, "#operations-auth-auth_token_create");
            browser.screenshot("#operations-auth-auth_token_create .btn.execute", SCREENSHOT);
            tryOut(browser, "#operations-auth-auth_token_refresh");

            assertThat(Files.size(SCREENSHOT)).isLessThan(150_000);
            assertThat(browser.text("#operations-auth-auth_token_create .live-responses-table"))
                    .contains("201", "\"access_token\": \"eyJ", "\"refresh_token\": \"eyJ");
            // Filled in with the token of the log-in.
            assertThat(browser.text("#operations-auth-auth_token_refresh .live-responses-table"))
                    .contains("201", "\"access_token\": \"eyJ", "\"refresh_token\": \"eyJ");
            stub.journal().assertLoginCalls(1);
            stub.journal().assertRefreshCalls(1);
            assertThat(browser.loaded()).isNotEmpty().allMatch(loaded -> loaded.startsWith(address + "/"));
            assertThat(browser.complaints().toString()).doesNotContain("Content Security Policy");
            browser.show(400, 3600, true);
            browser.screenshot("body", Path.of("target", "docs-400-dark.png"));
            // Neither wider than the window, nor with boxes that have no room for what they hold.
            assertThat(browser.run("return [...document.querySelectorAll('*')]"
                            + ".filter(one => one.getBoundingClientRect().right > 401 && !one.closest('pre,select,svg'))"
                            + ".map(one => one.tagName + '.' + one.className)"))
                    .isEmpty();
            assertThat(browser.run("return [...document.querySelectorAll('select')].filter(one => one.clientWidth < 80)"
                            + ".map(one => one.className + one.clientWidth)"))
                    .isEmpty();
        }
    }

    private static void tryOut(Browser browser, String operation) throws Exception {
        browser.click(operation + " .btn.execute");
        browser.text(operation + " .live-responses-table .response-col_status");
    }
}
