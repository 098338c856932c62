package net.ixapi.auth.stub;

import static net.ixapi.auth.stub.StubPeer.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import net.ixapi.auth.stub.fault.Fault;
import net.ixapi.auth.stub.http.StubOperations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The client credentials grant of RFC 6749, with an account's key and secret. */
class ClientCredentialsTest {
    private static final String ID = Account.EXAMPLE.apiKey();
    private static final String SECRET = Account.EXAMPLE.apiSecret();
    private static final String GRANT = "grant_type=client_credentials";
    private static final String CLIENT = "&client_id=" + ID + "&client_secret=" + SECRET;

    @AutoClose
    private static final StubServer STUB =
            StubServer.builder().accessLifetime(Duration.ofMinutes(5)).start();

    private static final StubPeer PEER = new StubPeer(STUB);

    @AfterEach
    void reset() {
        STUB.reset();
    }

    private static HttpRequest.Builder request(String form) {
        return PEER.to("/auth/oauth2/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
    }

    private static JsonNode json(HttpResponse<String> response, int status) throws Exception {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        return new ObjectMapper().readTree(response.body());
    }

    private static String basic(String id, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    private static void assertGranted(HttpResponse<String> response, String scope) throws Exception {
        JsonNode json = json(response, 200);

        assertThat(json.get("token_type").textValue()).isEqualTo("Bearer");
        assertThat(json.get("expires_in").intValue()).isEqualTo(300);
        assertThat(json.get("scope").textValue()).isEqualTo(scope);
        assertThat(json.has("refresh_token")).isFalse();
        String token = json.get("access_token").textValue();
        assertThat(STUB.tokens().isActive(token)).isTrue();
        assertThat(SignedJWT.parse(token).getJWTClaimsSet().getStringClaim("scope"))
                .isEqualTo(scope);
    }

    @Test
    void getATokenWithTheirSecretInTheForm() throws Exception {
        assertGranted(PEER.send(request(GRANT + CLIENT)), "ix-api");
        assertGranted(PEER.send(request(GRANT + CLIENT + "&scope=a+b%3Ac")), "a b:c");
    }

    @Test
    void getATokenWithTheirSecretInTheHeader() throws Exception {
        assertGranted(PEER.send(request(GRANT).header("Authorization", basic(ID, SECRET))), "ix-api");
    }

    @Test
    void haveTheSameClockFaultsAndJournal() throws Exception {
        STUB.faults().enqueue(1, StubOperations.OAUTH2_TOKEN, Fault.status(503));
        assertProblem(PEER.send(request(GRANT + CLIENT)), 503, "about:blank");
        String token = json(PEER.send(request(GRANT + CLIENT)), 200)
                .get("access_token")
                .textValue();
        STUB.clock().advance(Duration.ofMinutes(5));

        assertThat(STUB.tokens().isActive(token)).isFalse();
        assertThat(STUB.journal().calls(StubOperations.OAUTH2_TOKEN, "example")).isEqualTo(2);
        assertThat(STUB.journal().calls(StubOperations.OAUTH2_TOKEN)).isEqualTo(2);
        assertThat(STUB.journal().entries().toString())
                .contains("POST /api/v2/auth/oauth2/token 200")
                .doesNotContain(ID, SECRET, token);
    }

    /** RFC 6749, section 5.2. */
    @ParameterizedTest
    @CsvSource({
        "'', 401, invalid_client",
        "grant_type=client_credentials, 401, invalid_client",
        "grant_type=client_credentials&client_id=ID, 401, invalid_client",
        "grant_type=client_credentials&client_id=ID&client_secret=canary, 401, invalid_client",
        "grant_type=client_credentials&client_id=canary&client_secret=SECRET, 401, invalid_client",
        "client_id=ID&client_secret=SECRET, 400, invalid_request",
        "grant_type=&client_id=ID&client_secret=SECRET, 400, invalid_request",
        "grant_type=client_credentials&grant_type=canary&client_id=ID&client_secret=SECRET, 400, invalid_request",
        "grant_type=%zz&client_id=ID&client_secret=SECRET, 400, invalid_request",
        "grant_type=password&client_id=ID&client_secret=SECRET, 400, unsupported_grant_type",
        "grant_type=client_credentials&client_id=ID&client_secret=SECRET&scope=%22, 400, invalid_scope"
    })
    void readWhatTheyGotWrong(String form, int status, String error) throws Exception {
        HttpResponse<String> response = PEER.send(request(form.replace("ID", ID).replace("SECRET", SECRET)));

        assertThat(json(response, status).get("error").textValue()).isEqualTo(error);
        assertThat(response.body()).doesNotContain("canary", ID, SECRET);
        assertThat(response.headers().allValues("WWW-Authenticate"))
                .hasSize(status == 401 ? 1 : 0)
                .allMatch(challenge -> challenge.startsWith("Basic realm="));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic canary", "Basic Y2FuYXJ5", "Bearer canary"})
    void areRefusedWithAHeaderThatNamesNobody(String authorization) throws Exception {
        HttpResponse<String> response = PEER.send(request(GRANT).header("Authorization", authorization));

        assertThat(json(response, 401).get("error").textValue()).isEqualTo("invalid_client");
    }

    @Test
    void authenticateInOneWayOnly() throws Exception {
        HttpResponse<String> response = PEER.send(request(GRANT + CLIENT).header("Authorization", basic(ID, SECRET)));

        assertThat(json(response, 400).get("error").textValue()).isEqualTo("invalid_request");
    }

    @Test
    void sendAForm() throws Exception {
        HttpResponse<String> response = PEER.post("/auth/oauth2/token", "{\"grant_type\": \"client_credentials\"}");

        assertThat(json(response, 400).get("error").textValue()).isEqualTo("invalid_request");
        assertProblem(PEER.send(request("x".repeat(70_000))), 413, "about:blank");
        assertProblem(PEER.send(request(GRANT + CLIENT).header("Content-Encoding", "gzip")), 415, "about:blank");
        assertProblem(PEER.send(PEER.to("/auth/oauth2/token")), 405, "about:blank");
    }

    @Test
    void findItElsewhere() throws Exception {
        try (StubServer stub = StubServer.builder().oauth2Path("/token").start()) {
            StubPeer peer = new StubPeer(stub);

            assertThat(peer.send(peer.to("/token")
                                    .header("Content-Type", "application/x-www-form-urlencoded;charset=UTF-8")
                                    .POST(BodyPublishers.ofString(GRANT + CLIENT)))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(stub.journal().calls(StubOperations.OAUTH2_TOKEN)).isEqualTo(1);
            assertProblem(peer.send(peer.to("/auth/oauth2/token")), 404, "not-found.html");
        }
    }
}
