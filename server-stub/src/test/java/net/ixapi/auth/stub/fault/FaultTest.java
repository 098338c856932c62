package net.ixapi.auth.stub.fault;

import static net.ixapi.auth.stub.StubPeer.assertProblem;
import static net.ixapi.auth.stub.StubPeer.pair;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import net.ixapi.auth.model.AuthToken;
import net.ixapi.auth.server.AuthApiRoutes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client sees of each fault. */
class FaultTest extends FaultSetUp {
    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 408, 429, 500, 501, 502, 503, 504, 599})
    void isAnyStatusWithAProblem(int status) throws Exception {
        assertProblem(login(Fault.status(status)), status, "about:blank");
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 304})
    void isAStatusWithoutABody(int status) throws Exception {
        HttpResponse<String> response = login(Fault.status(status));

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100, 199, 600, -1})
    void isNoStatusThatEndsNoRequest(int status) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fault.status(status))
                .withMessage("The status must be between 200 and 599, but is " + status + ".");
    }

    @Test
    void isA429WithATime() throws Exception {
        HttpResponse<String> response = login(Fault.tooManyRequests(Duration.ofSeconds(30)));

        assertProblem(response, 429, "about:blank");
        assertThat(response.headers().firstValue("Retry-After")).hasValue("30");
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.tooManyRequests(Duration.ofSeconds(-1)));
    }

    @Test
    void tellsWhenToComeBackWhateverElseItDoes() throws Exception {
        HttpResponse<String> response = login(Fault.emptyBody().retryAfter(Duration.ofSeconds(1)));

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
    }

    @Test
    void isForRequestsWithAHeaderOfAnyCase() throws Exception {
        stub.faults()
                .enqueue(
                        1,
                        request -> "application/json".equals(request.headers().get("Content-Type")),
                        Fault.status(503));

        HttpResponse<String> response = peer.send(peer.to("/auth/token")
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));

        assertProblem(response, 503, "about:blank");
    }

    @Test
    void isAResponseOfOnesOwn() throws Exception {
        HttpResponse<String> page = login(Fault.response(502, "text/html", "<h1>Bad Gateway</h1>"));

        assertThat(page.statusCode()).isEqualTo(502);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html");
        assertThat(page.body()).isEqualTo("<h1>Bad Gateway</h1>");
        assertThat(login(Fault.response(503, "application/problem+json", null))
                        .headers()
                        .firstValue("Content-Type"))
                .hasValue("application/problem+json");
    }

    @Test
    void isABodyThatIsNoJson() throws Exception {
        HttpResponse<String> response = login(Fault.malformedBody());

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.body()).startsWith("{\"access_token\":\"").doesNotEndWith("}");
    }

    @Test
    void isNoBody() throws Exception {
        HttpResponse<String> response = login(Fault.emptyBody());

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.body()).isEmpty();
    }

    @Test
    void isAMissingProperty() throws Exception {
        AuthToken pair = pair(login(Fault.missingProperty("refresh_token")));

        assertThat(pair.getAccessToken()).isNotEmpty();
        assertThat(pair.getRefreshToken()).isNull();
    }

    @Test
    void isAnotherContentType() throws Exception {
        HttpResponse<String> response = login(Fault.contentType("text/html"));

        assertThat(response.headers().allValues("Content-Type")).containsExactly("text/html");
        assertThat(response.body()).startsWith("{");
    }

    @Test
    void isABodyThatEndsTooEarlyAlthoughTheServerActed() throws Exception {
        String token = peer.login().getRefreshToken();
        stub.faults().enqueue(Fault.truncatedBody());

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> peer.refresh(token))
                .withMessageContaining("bytes received");
        assertProblem(peer.refresh(token), 401, "authentication-error.html");
    }

    @Test
    void isAConnectionThatIsResetBeforeTheServerActed() throws Exception {
        String token = peer.login().getRefreshToken();
        // The JDK's client sends a request again by itself where an old connection was cut off.
        stub.faults().enqueue(2, AuthApiRoutes.AUTH_TOKEN_REFRESH, Fault.connectionReset());

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> peer.refresh(token));
        stub.faults().clear();
        pair(peer.refresh(token));
        assertThat(stub.journal().entries().get(1).status()).isZero();
        assertThat(stub.journal().entries().get(1).toString()).endsWith(" no response (fault: connection-reset)");
    }

    @Test
    void isSeveralAtOnce() throws Exception {
        HttpResponse<String> response =
                login(Fault.missingProperty("access_token").and(Fault.contentType("text/plain")));

        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
        assertThat(response.body()).doesNotContain("access_token").contains("refresh_token");
        assertProblem(login(Fault.delay(Duration.ZERO).and(Fault.status(503))), 503, "about:blank");
        assertProblem(login(Fault.status(502).and(Fault.status(503))), 502, "about:blank");
        assertThat(Fault.emptyBody().and(Fault.status(503))).hasToString("empty-body and status 503");
    }

    /** What is sent late, or in part, is what the other faults have left. */
    @Test
    void isSeveralAtOnceInAnyOrder() throws Exception {
        Fault drip = Fault.slowDrip(Duration.ZERO);

        assertThat(login(drip.and(Fault.malformedBody())).body())
                .startsWith("{\"access_token")
                .doesNotEndWith("}");
        assertThat(login(drip.and(Fault.contentType("text/html"))).headers().firstValue("Content-Type"))
                .hasValue("text/html");
        for (Fault half :
                List.of(drip.and(Fault.truncatedBody()), Fault.truncatedBody().and(drip))) {
            assertThatExceptionOfType(IOException.class).as(half.toString()).isThrownBy(() -> login(half));
        }
    }

    /** A body that is not an object has no property. */
    @Test
    void isAMissingPropertyOfNoObject() throws Exception {
        Fault missing = Fault.missingProperty("title");

        assertThat(login(Fault.malformedBody().and(missing)).body()).startsWith("{\"access_token");
        assertThat(login(Fault.emptyBody().and(missing)).body()).isEmpty();
        assertThat(login(Fault.response(502, "text/html", "<h1>").and(missing)).body())
                .isEqualTo("<h1>");
        assertThat(login(Fault.response(502, "application/json", "[1]").and(missing))
                        .body())
                .isEqualTo("[1]");
        assertThat(login(Fault.status(502).and(missing)).body()).isEqualTo("{\"type\":\"about:blank\",\"status\":502}");
    }

    @Test
    void isForOtherAddressesToo() throws Exception {
        stub.faults().enqueue(Fault.status(503));

        assertProblem(peer.post("/auth/unknown", "{}"), 503, "about:blank");
        assertProblem(peer.post("/auth/unknown", "{}"), 404, "not-found.html");
    }
}
