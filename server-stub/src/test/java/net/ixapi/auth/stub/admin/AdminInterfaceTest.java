package net.ixapi.auth.stub.admin;

import static net.ixapi.auth.stub.StubPeer.assertProblem;
import static net.ixapi.auth.stub.StubPeer.pair;
import static net.ixapi.auth.stub.StubPeer.violations;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import net.ixapi.auth.server.runtime.RawPeer;
import net.ixapi.auth.stub.Credentials;
import net.ixapi.auth.stub.MutableClock;
import net.ixapi.auth.stub.StubPeer;
import net.ixapi.auth.stub.StubServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdminInterfaceTest {
    private static final String FAULTS = "status, connection-reset, malformed-body, truncated-body, empty-body,"
            + " content-type, missing-property, delay, slow-drip";

    @AutoClose
    private static final StubServer stub = StubServer.builder()
            .account(Credentials.account())
            .clock(new MutableClock("2026-01-01T00:00:00Z"))
            .adminInterface(true)
            .start();

    private static final StubPeer peer = new StubPeer(stub);
    private static final StubPeer admin =
            new StubPeer(URI.create("http://127.0.0.1:" + stub.adminUri().getPort()));

    @AfterEach
    void reset() {
        stub.reset();
    }

    private static JsonNode json(HttpResponse<String> response, int status) throws Exception {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return new ObjectMapper().readTree(response.body());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return admin.send(admin.to(path));
    }

    private void delete(String path) throws Exception {
        assertThat(admin.send(admin.to(path).DELETE()).statusCode()).isEqualTo(204);
    }

    @Test
    void movesTheClock() throws Exception {
        assertThat(json(get("/_stub/clock"), 200)).hasToString("{\"now\":\"2026-01-01T00:00:00Z\",\"stopped\":false}");
        assertThat(json(admin.post("/_stub/clock", "{\"advance\": \"PT1H\", \"stopped\": true}"), 200))
                .hasToString("{\"now\":\"2026-01-01T01:00:00Z\",\"stopped\":true}");
        assertThat(json(admin.post("/_stub/clock", "{\"now\": \"2027-01-01T00:00:00Z\", \"stopped\": false}"), 200))
                .hasToString("{\"now\":\"2027-01-01T00:00:00Z\",\"stopped\":false}");
        assertThat(stub.clock().instant()).hasToString("2027-01-01T00:00:00Z");
    }

    @Test
    void scriptsFaults() throws Exception {
        assertThat(json(admin.post("/_stub/faults", "{\"fault\": \"status\", \"status\": 503, \"times\": 2}"), 201))
                .hasToString("{\"pending\":[\"status 503, 2 times\"]}");
        assertProblem(peer.login(Credentials.KEY, Credentials.SECRET), 503, "about:blank");
        assertThat(json(get("/_stub/faults"), 200)).hasToString("{\"pending\":[\"status 503, 1 times\"]}");
        delete("/_stub/faults");
        peer.login();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'fault': 'status', 'status': 418, 'operation': 'auth_token_create'} | status 418, 1 times",
                "{'fault': 'status', 'status': 429, 'retry_after': 'PT30S', 'body': '{}', 'content_type': 'a/b'}"
                        + " | status 429, 1 times",
                "{'fault': 'connection-reset', 'times': 0}                   | connection-reset, always",
                "{'fault': 'malformed-body'}                                 | malformed-body, 1 times",
                "{'fault': 'truncated-body'}                                 | truncated-body, 1 times",
                "{'fault': 'empty-body'}                                     | empty-body, 1 times",
                "{'fault': 'content-type', 'content_type': 'text/html'}      | content-type, 1 times",
                "{'fault': 'missing-property', 'property': 'access_token'}       | missing-property, 1 times",
                "{'fault': 'delay', 'time': 'PT1H'}                          | delay, 1 times",
                "{'fault': 'slow-drip', 'time': 'PT1S'}                      | slow-drip, 1 times"
            },
            quoteCharacter = '"')
    void knowsAllFaults(String order, String pending) throws Exception {
        JsonNode faults = json(admin.post("/_stub/faults", order.replace('\'', '"')), 201);

        assertThat(faults.get("pending")).singleElement().hasToString("\"" + pending + "\"");
    }

    @Test
    void setsAllThatAResponseHas() throws Exception {
        admin.post(
                "/_stub/faults",
                "{\"fault\": \"status\", \"status\": 429, \"retry_after\": \"PT30S\", \"body\": \"busy\","
                        + " \"content_type\": \"text/plain\", \"operation\": \"auth_token_refresh\"}");
        peer.login();
        HttpResponse<String> response = peer.refresh("any");

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.body()).isEqualTo("busy");
        assertThat(response.headers().firstValue("Retry-After")).hasValue("30");
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/plain");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "/faults | {}                                    | fault must be one of " + FAULTS,
                "/faults | {'fault': 'canary'}                   | fault must be one of " + FAULTS,
                "/faults | {'fault': 'status'}                   | status is required",
                "/faults | {'fault': 'status', 'status': 7}      | status must be at least 200",
                "/faults | {'fault': 'status', 'status': 429, 'retry_after': 'PT-1S'} | retry_after must not be"
                        + " negative",
                "/faults | {'fault': 'status', 'status': 'x'}    | status must be an integer of 32 bits",
                "/faults | {'fault': 'status', 'status': 429, 'retry_after': '1'} | retry_after must be a duration"
                        + " such as PT15M",
                "/faults | {'fault': 'delay'}                    | time is required",
                "/faults | {'fault': 'delay', 'time': '5'}       | time must be a duration such as PT15M",
                "/faults | {'fault': 'content-type'}             | content_type is required",
                "/faults | {'fault': 'missing-property'}           | property is required",
                "/faults | {'fault': 'empty-body', 'times': -1}  | times must be at least 0",
                "/faults | {'fault': 'empty-body', 'operation': 'x'} | operation must be an operationId of the contract,"
                        + " oauth2_token or protected_resource",
                "/faults | null                                  | body must not be null",
                "/faults | [                                     | body is not valid JSON at line 1, column 2",
                "/clock  | {}                                    | body must have at least 1 property",
                "/clock  | {'now': 'noon'}                       | now must be of the documented format",
                "/clock  | {'advance': '1h'}                     | advance must be a duration such as PT15M",
                "/clock  | {'advance': 'P9999999D'}              | advance must stay in the years 1970 to 8999",
                "/clock  | {'now': '9999-01-01T00:00:00Z'}       | now must stay in the years 1970 to 8999",
                "/clock  | {'stopped': 'yes'}                    | stopped must be a boolean",
                "/tokens | {'lifetime': '1h'}                    | lifetime must be a duration such as PT15M",
                "/tokens | {'algorithm': 'canary'}               | algorithm must be one of [HS256, RS256, ES256, EdDSA]",
                "/tokens | {'subjekt': 'canary'}                 | subjekt is unknown: there are algorithm, claims,"
                        + " lifetime, refresh, subject",
                "/revocations | {}                               | token is required",
                "/revocations | {'token': 'canary'}              | token must be a token that this stub has issued"
            })
    void saysWhatIsWrong(String path, String body, String violation) throws Exception {
        HttpResponse<String> response = admin.post("/_stub" + path, body.replace('\'', '"'));

        assertThat(violations(response)).containsExactly(violation);
        assertThat(response.body()).doesNotContain("canary");
    }

    @Test
    void showsTheJournal() throws Exception {
        String token = peer.login().getRefreshToken();
        peer.refresh(token);
        JsonNode journal = json(get("/_stub/journal"), 200);

        assertThat(journal.get("logins").intValue()).isEqualTo(1);
        assertThat(journal.get("refreshes").intValue()).isEqualTo(1);
        assertThat(journal.get("requests")).hasSize(2);
        assertThat(journal.at("/requests/0/operation").textValue()).isEqualTo("auth_token_create");
        assertThat(journal.at("/requests/0/status").intValue()).isEqualTo(201);
        assertThat(journal.at("/requests/0/at").textValue()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(journal.toString()).doesNotContain(token, Credentials.KEY, Credentials.SECRET);
        delete("/_stub/journal");
        stub.journal().assertNoRequests();
    }

    @Test
    void mintsTokens() throws Exception {
        assertThat(stub.tokens().subject(minted("{}"))).isEqualTo("stub");
        assertThat(stub.tokens().subject(minted("{\"subject\": \"bob\", \"lifetime\": \"PT1S\"}")))
                .isEqualTo("bob");
        assertProblem(
                peer.refresh(minted("{\"refresh\": true, \"lifetime\": \"PT-1S\"}")), 401, "signature-expired.html");
        pair(peer.refresh(minted("{\"refresh\": true}")));
        String other = minted("{\"algorithm\": \"ES256\", \"claims\": {\"jti\": null, \"roles\": [\"a\"]}}");
        assertThat(SignedJWT.parse(other).getHeader().getAlgorithm()).hasToString("ES256");
        assertThat(SignedJWT.parse(other).getJWTClaimsSet().getClaims())
                .containsEntry("roles", List.of("a"))
                .doesNotContainKey("jti");
        assertThat(stub.tokens().isActive(other)).isFalse();
    }

    private static String minted(String body) throws Exception {
        return json(admin.post("/_stub/tokens", body), 201).get("token").textValue();
    }

    @Test
    void revokesAToken() throws Exception {
        String token = peer.login().getRefreshToken();
        assertThat(admin.post("/_stub/revocations", "{\"token\": \"" + token + "\"}")
                        .statusCode())
                .isEqualTo(204);

        assertProblem(peer.refresh(token), 401, "authentication-error.html");
    }

    @Test
    void resetsAll() throws Exception {
        String token = peer.login().getRefreshToken();
        stub.tokens().revoke(token);
        admin.post("/_stub/clock", "{\"advance\": \"PT1H\"}");
        admin.post("/_stub/faults", "{\"fault\": \"connection-reset\", \"times\": 0}");
        assertThat(admin.send(admin.to("/_stub/reset").POST(BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(204);

        stub.journal().assertNoRequests();
        assertThat(stub.clock().instant()).hasToString("2026-01-01T00:00:00Z");
        pair(peer.refresh(token));
    }

    @Test
    void answersWhatItHasNotAsProblems() throws Exception {
        assertProblem(get("/_stub/unknown"), 404, "not-found.html");
        assertProblem(get("/_stub/reset"), 405, "about:blank");
    }

    @Test
    void isForNoPageInABrowser() throws Exception {
        assertProblem(
                admin.send(admin.to("/_stub/journal").header("Origin", "https://canary.example")), 403, "about:blank");
        String request = "GET /_stub/journal HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n";
        assertThat(RawPeer.exchange(stub.adminUri().getPort(), request)).startsWith("HTTP/1.1 403 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/_stub/clock", "/_stub/faults", "/_stub/journal"})
    void isNotThereUnlessItIsAskedFor(String path) throws Exception {
        try (StubServer plain = StubServer.builder().start()) {
            StubPeer other = new StubPeer(
                    URI.create("http://127.0.0.1:" + plain.baseUri().getPort()));

            assertProblem(other.send(other.to(path)), 404, "not-found.html");
        }
    }
}
