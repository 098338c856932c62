package net.ixapi.auth.stub.admin;

import static net.ixapi.auth.stub.StubPeer.assertProblem;
import static net.ixapi.auth.stub.StubPeer.violations;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.stream.IntStream;
import net.ixapi.auth.stub.Credentials;
import net.ixapi.auth.stub.MutableClock;
import net.ixapi.auth.stub.StubPeer;
import net.ixapi.auth.stub.StubServer;
import net.ixapi.auth.stub.fault.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bodies of the admin interface: what else they can say, and that nothing in them is passed over. */
@Timeout(60)
class AdminRequestsTest {
    @AutoClose
    private static final StubServer stub = StubServer.builder()
            .account(Credentials.account())
            .clock(new MutableClock("2026-01-01T00:00:00Z"))
            .adminInterface(true)
            .start();

    private static final StubPeer peer = new StubPeer(stub);

    @AfterEach
    void reset() {
        stub.reset();
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        StubPeer admin =
                new StubPeer(URI.create("http://127.0.0.1:" + stub.adminUri().getPort()));
        return admin.post("/_stub" + path, body.replace('\'', '"'));
    }

    private void order(String fault) throws Exception {
        HttpResponse<String> response = post("/faults", fault);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    }

    private HttpResponse<String> login() throws Exception {
        return peer.login(Credentials.KEY, Credentials.SECRET);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'fault': 'status', 'status': 503, 'operaton': 'auth_token_refresh'} | operaton",
                "{'fault': 'status', 'status': 429, 'retryAfter': 'PT5S'} | retryAfter",
                "{'fault': 'empty-body', 'time': 'PT1S'} | time",
                "{'fault': 'delay', 'time': 'PT1S', 'body': ''} | body",
                "{'fault': 'delay', 'time': 'PT1S', 'and': {'fault': 'status', 'status': 500, 'stat': 1}} | and.stat"
            })
    void namesPropertiesThatAFaultDoesNotHave(String body, String property) throws Exception {
        assertThat(violations(post("/faults", body))).singleElement().asString().startsWith(property + " is unknown");
        assertThat(stub.faults().pending()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "/clock         | {'advance': 'PT1H', 'x': 1}          | x is unknown: there are advance, now, stopped",
                "/revocations   | {'token': 'CANARY', 'tokens': 'CANARY'} | tokens is unknown: there are token",
                "/tokens | {'lifetime': 'PT2562047788015215H'}         | lifetime must be between -P36500D and P36500D",
                "/faults | {'fault': 'delay', 'time': 'PT-1S'}         | time must be between PT0S and P365D",
                "/faults | {'fault': 'slow-drip', 'time': 'PT9999999999999H'} | time must be between PT0S and P365D",
                "/faults | {'fault': 'empty-body', 'headers': {'A': null}} | headers.A must not be null",
                "/faults | {'fault': 'delay', 'time': 'PT1S', 'and': {'fault': 'x-status'}} | and.fault must be one of"
                        + " status, connection-reset, malformed-body, truncated-body, empty-body, content-type,"
                        + " missing-property, delay, slow-drip",
                "/faults | {'fault': 'delay', 'time': 'PT1S', 'and': {'fault': 'empty-body', 'times': 2}} | and must not"
                        + " say which requests: the first fault does",
                "/clock  | {'now': '8999-12-31T23:00:00Z', 'advance': 'PT2H'} | advance must stay in the years 1970 to 8999",
                "/clock  | {'now': '9999-01-01T00:00:00Z', 'advance': 'PT2H', 'stopped': true} | now must stay in the"
                        + " years 1970 to 8999"
            })
    void refusesWhatItWouldNotDo(String path, String body, String violation) throws Exception {
        HttpResponse<String> response = post(path, body);

        assertThat(violations(response)).containsExactly(violation);
        assertThat(response.body()).doesNotContain("CANARY");
        assertThat(stub.faults().pending()).isEmpty();
        assertThat(stub.clock().instant()).hasToString("2026-01-01T00:00:00Z");
        assertThat(stub.clock().isStopped()).isFalse();
    }

    @Test
    void namesAllPropertiesThatAFaultDoesNotHave() throws Exception {
        assertThat(violations(post(
                        "/faults",
                        "{'fault': 'connection-reset', 'status': 1, 'retry_after': 'PT1S', 'content_type': 'a/b'}")))
                .extracting(violation -> violation.replaceAll(" is unknown.*", ""))
                .containsExactlyInAnyOrder("status", "retry_after", "content_type");
    }

    /** The contract's own operations let them pass: other clients may send more. */
    @Test
    void leavesTheContractAsItIs() throws Exception {
        assertThat(peer.post(
                                "/auth/token",
                                "{\"api_key\": \"" + Credentials.KEY + "\", \"api_secret\": \"" + Credentials.SECRET
                                        + "\", \"more\": 1}")
                        .statusCode())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'detail': 'busy', 'code': 1.50}", "[1]", "'{\"detail\":\"busy\"}'", "{}"})
    void answersWithABodyOfOnesOwn(String body) throws Exception {
        String text = body.startsWith("'") ? body.substring(1, body.length() - 1) : body.replace('\'', '"');
        order("{'fault': 'status', 'status': 409, 'body': "
                + (body.startsWith("'") ? "'" + text.replace("\"", "\\\"") + "'" : body) + "}");

        HttpResponse<String> response = login();
        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(response.body()).isEqualTo(text.replace(" ", ""));
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
    }

    @Test
    void lacksAPropertyThatItNames() throws Exception {
        order("{'fault': 'missing-property', 'property': 'refresh_token'}");

        assertThat(login().body()).contains("access_token").doesNotContain("refresh_token");
    }

    @Test
    void combinesFaults() throws Exception {
        order("{'fault': 'content-type', 'content_type': 'text/html', 'times': 2,"
                + " 'and': {'fault': 'delay', 'time': 'PT0S', 'and': {'fault': 'empty-body'}}}");

        assertThat(stub.faults().pending()).containsExactly("content-type and delay and empty-body, 2 times");
        HttpResponse<String> response = login();
        assertThat(response.body()).isEmpty();
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
    }

    @Test
    void looksAtHeaders() throws Exception {
        order("{'fault': 'status', 'status': 503, 'headers': {'X-One': 'a', 'X-TWO': 'b'},"
                + " 'operation': 'auth_token_refresh'}");
        String token = peer.login().getRefreshToken();

        assertThat(peer.refresh(token).statusCode()).isEqualTo(201);
        assertThat(refresh(token, "a", "B").statusCode()).isEqualTo(201);
        assertThat(refresh(token, "a", "b").statusCode()).isEqualTo(503);
    }

    private HttpResponse<String> refresh(String token, String one, String two) throws Exception {
        return peer.send(peer.to("/auth/refresh")
                .header("Content-Type", "application/json")
                .header("x-one", one)
                .header("x-two", two)
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{\"refresh_token\": \"" + token + "\"}")));
    }

    @Test
    void holdsNoMoreFaultsThanItCan() throws Exception {
        IntStream.range(0, 1000).forEach(i -> stub.faults().enqueue(Fault.emptyBody()));

        HttpResponse<String> response = post("/faults", "{'fault': 'empty-body'}");
        assertThat(assertProblem(response, 409, "about:blank").get("detail").textValue())
                .isEqualTo("There are 1000 faults already: clear them first.");
    }

    @Test
    void stopsTheClockExactly() throws Exception {
        try (StubServer live = StubServer.builder().adminInterface(true).start()) {
            StubPeer admin = new StubPeer(
                    URI.create("http://127.0.0.1:" + live.adminUri().getPort()));

            assertThat(admin.post("/_stub/clock", "{\"now\": \"2026-01-01T00:00:00Z\", \"stopped\": true}")
                            .body())
                    .isEqualTo("{\"now\":\"2026-01-01T00:00:00Z\",\"stopped\":true}");
        }
    }
}
