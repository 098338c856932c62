package net.ixapi.auth.stub;

import static net.ixapi.auth.stub.StubPeer.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.javalin.util.JavalinException;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import net.ixapi.auth.model.AuthToken;
import net.ixapi.auth.server.runtime.RawPeer;
import net.ixapi.auth.stub.fault.Fault;
import net.ixapi.auth.stub.token.RefreshPolicy;
import net.ixapi.auth.stub.token.SigningKey;
import net.ixapi.auth.stub.token.TokenAlgorithm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StubServerTest {
    private static StubServerBuilder builder() {
        return StubServer.builder().account(Credentials.account());
    }

    @Test
    void saysWhereItIs() {
        try (StubServer stub = builder().start()) {
            assertThat(stub.baseUri().toString()).matches("http://127\\.0\\.0\\.1:[1-9]\\d{0,4}/api/v2");
        }
    }

    @Test
    void standsBesideOthers() throws Exception {
        try (StubServer one = builder().start();
                StubServer other = builder().start()) {
            assertThat(one.baseUri()).isNotEqualTo(other.baseUri());
            new StubPeer(one).login();
            new StubPeer(other).login();
        }
    }

    @Test
    void servesNoMoreOnceClosed() {
        StubServer stub = builder().start();
        StubPeer peer = new StubPeer(stub);
        stub.close();

        assertThatExceptionOfType(IOException.class).isThrownBy(peer::login);
    }

    @Test
    void takesThePortItIsTold() throws Exception {
        StubServer first = builder().start();
        int port = first.baseUri().getPort();
        try {
            assertThatExceptionOfType(JavalinException.class)
                    .isThrownBy(() -> builder().port(port).start());
        } finally {
            first.close();
        }
        try (StubServer second = builder().port(port).start()) {
            assertThat(second.baseUri()).isEqualTo(first.baseUri());
            new StubPeer(second).login();
        }
    }

    static Stream<Fault> slowFaults() {
        return Stream.of(Fault.delay(Duration.ofHours(1)), Fault.slowDrip(Duration.ofHours(1)));
    }

    @ParameterizedTest
    @MethodSource("slowFaults")
    @Timeout(60)
    void answersWhatIsUnderWayWhenItIsClosed(Fault fault) throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        StubServer stub = builder().start();
        stub.faults().enqueue(1, request -> arrive(arrived), fault);
        Future<AuthToken> login;
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (stub) {
            login = thread.submit(() -> new StubPeer(stub).login());
            arrived.await();
        } finally {
            thread.shutdown();
        }
        assertThat(login.get()).isNotNull();
    }

    private static boolean arrive(CountDownLatch arrived) {
        arrived.countDown();
        return true;
    }

    /** They are none of the next test's: neither its calls nor its tokens. */
    @Test
    @Timeout(60)
    void forgetsWhoeverWaitsWhenItIsReset() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (StubServer stub = builder().refreshPolicy(RefreshPolicy.ONE_TIME).start()) {
            StubPeer peer = new StubPeer(stub);
            String token = peer.login().getRefreshToken();
            stub.faults().enqueue(1, request -> arrive(arrived), Fault.delay(Duration.ofHours(1)));
            String body = "{\"refresh_token\":\"" + token + "\"}";
            // The JDK's client would send it once more by itself.
            Future<?> refresh = thread.submit(() -> RawPeer.exchange(
                    stub.baseUri().getPort(),
                    RawPeer.head(
                                    "POST /api/v2/auth/refresh HTTP/1.1",
                                    "Content-Type: application/json",
                                    "Content-Length: " + body.length())
                            + body));
            arrived.await();
            stub.reset();

            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(refresh::get)
                    .withCauseInstanceOf(IOException.class);
            stub.journal().assertNoRequests();
            StubPeer.pair(peer.refresh(token));
        } finally {
            thread.shutdown();
        }
    }

    /** As a resource server does it, which has nothing but the address of the stub. */
    @Test
    void letsOthersVerifyItsTokens() throws Exception {
        try (StubServer stub =
                builder().signingKey(SigningKey.random(TokenAlgorithm.ES256)).start()) {
            StubPeer root = new StubPeer(stub.baseUri().resolve("/"));
            HttpResponse<String> response = root.send(root.to(".well-known/jwks.json"));
            SignedJWT token = SignedJWT.parse(new StubPeer(stub).login().getAccessToken());

            assertThat(response.headers().firstValue("Content-Type")).hasValue("application/jwk-set+json");
            JWK key = JWKSet.parse(response.body())
                    .getKeyByKeyId(token.getHeader().getKeyID());
            assertThat(token.verify(new ECDSAVerifier(key.toECKey()))).isTrue();
            stub.journal().assertLoginCalls(1);
            assertThat(stub.journal().requests()).isEqualTo(1);
        }
    }

    /** All that a token stands for is in the token. */
    @Test
    void acceptsTheTokensOfAnotherWithTheSameKey() throws Exception {
        StubServerBuilder settings =
                builder().signingKey(SigningKey.random(TokenAlgorithm.ES256)).claim("site", "a");
        try (StubServer one = settings.start();
                StubServer other = settings.start()) {
            AuthToken pair = new StubPeer(one).login();

            StubPeer.pair(new StubPeer(other).refresh(pair.getRefreshToken()));
            assertThat(other.tokens().isActive(pair.getAccessToken())).isTrue();
        }
    }

    @Test
    void isAsItWasOnceReset() throws Exception {
        MutableClock clock = new MutableClock("2026-01-01T00:00:00Z");
        try (StubServer stub =
                builder().clock(clock).refreshPolicy(RefreshPolicy.ONE_TIME).start()) {
            StubPeer peer = new StubPeer(stub);
            String token = peer.login().getRefreshToken();
            peer.refresh(token);
            stub.clock().advance(Duration.ofHours(23));
            stub.faults().enqueue(Fault.status(503));
            stub.reset();

            assertThat(stub.clock().instant()).isEqualTo(clock.instant());
            stub.journal().assertNoRequests();
            stub.faults().assertAllConsumed();
            StubPeer.pair(peer.refresh(token));
        }
    }

    @Test
    void answersWhatIsNoOperationAsProblems() throws Exception {
        try (StubServer stub = builder().start()) {
            StubPeer peer = new StubPeer(stub);

            assertProblem(peer.send(peer.to("/auth")), 404, "not-found.html");
            assertProblem(peer.send(peer.to("/auth/token/").POST(BodyPublishers.noBody())), 404, "not-found.html");
            assertProblem(peer.send(peer.to("/auth/token")), 405, "about:blank");
            assertProblem(peer.send(peer.to("/auth/token").POST(BodyPublishers.ofString("{}"))), 415, "about:blank");
            assertProblem(peer.post("/auth/token", " ".repeat(1 << 20) + "{}"), 413, "about:blank");
        }
    }
}
