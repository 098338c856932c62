package net.ixapi.auth.stub;

import static net.ixapi.auth.stub.StubPeer.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.javalin.util.JavalinException;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
import org.junit.jupiter.params.provider.ValueSource;

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
    void knowsSeveralAccounts() throws Exception {
        Account second = new Account("second", "other" + Credentials.KEY.substring(5), Credentials.SECRET);
        try (StubServer two = builder().account(second).start()) {
            new StubPeer(two).login();
            StubPeer.pair(new StubPeer(two).login(second.apiKey(), second.apiSecret()));
            assertThat(two.account()).isEqualTo(Credentials.account());
        }
    }

    @Test
    void knowsTheExampleOnlyWithoutAccounts() throws Exception {
        Account example = Account.EXAMPLE;
        try (StubServer plain = StubServer.builder().start();
                StubServer told = builder().start()) {
            StubPeer.pair(new StubPeer(plain).login(example.apiKey(), example.apiSecret()));
            assertThat(plain.account()).isSameAs(example);
            assertProblem(
                    new StubPeer(plain).login(Credentials.KEY, Credentials.SECRET), 401, "authentication-error.html");
            assertProblem(
                    new StubPeer(told).login(example.apiKey(), example.apiSecret()), 401, "authentication-error.html");
        }
    }

    @Test
    void refusesAccountsThatCannotBeToldApart() throws Exception {
        Account sameName = Account.random("tester");
        Account sameKey = new Account("second", Credentials.KEY, sameName.apiSecret());
        StubServerBuilder builder = builder();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.account(sameName))
                .withMessage("There is an account tester already: each needs a name of its own.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.account(sameKey))
                .withMessage("The accounts tester and second have the same API key: each needs its own.");
        try (StubServer stub = builder.start()) {
            assertProblem(
                    new StubPeer(stub).login(sameKey.apiKey(), sameKey.apiSecret()), 401, "authentication-error.html");
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

    @ParameterizedTest
    @ValueSource(ints = {-1, 65_536, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void refusesWhatIsNoPort(int port) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().port(port))
                .withMessage("The port must be between 0 and 65535, but is " + port + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT0.999999999S", "P36501D", "PT9223372036854775807S"})
    void refusesLifetimesThatNoTokenCanHave(String lifetime) {
        Duration duration = Duration.parse(lifetime);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().accessLifetime(duration))
                .withMessage("The access lifetime must be between a second and 36500 days, such as PT15M.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().refreshLifetime(duration))
                .withMessage("The refresh lifetime must be between a second and 36500 days, such as PT15M.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1S", "P36500D"})
    void issuesTokensOfTheShortestAndTheLongestLifetime(String lifetime) throws Exception {
        Duration duration = Duration.parse(lifetime);
        MutableClock clock = new MutableClock("2026-01-01T00:00:00Z");
        try (StubServer stub = builder()
                .clock(clock)
                .accessLifetime(duration)
                .refreshLifetime(duration)
                .start()) {
            StubPeer peer = new StubPeer(stub);
            String token = peer.login().getRefreshToken();
            StubPeer.pair(peer.refresh(token));
            clock.advance(duration);
            assertProblem(peer.refresh(token), 401, "signature-expired.html");
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

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "::1", "[::1]", "0.0.0.0"})
    void listensWhereItIsTold(String host) throws Exception {
        try (StubServer stub = builder().host(host).start()) {
            new StubPeer(stub).login();
        }
    }

    static List<StubServerBuilder> examples() {
        return List.of(StubServer.builder().account(Account.EXAMPLE), StubServer.builder());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void keepsWhatEverybodyKnowsFromOthers(StubServerBuilder example) {
        example.host("0.0.0.0");

        assertThatIllegalArgumentException()
                .isThrownBy(example::start)
                .withMessage("At 0.0.0.0 others can reach the stub, and everybody knows the credentials of the"
                        + " contract's example: give it others, or let it listen at 127.0.0.1.");
        example.host("127.0.0.1").start().close();
    }

    @Test
    void refusesWhatIsNoHost() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().host("no such host"))
                .withMessage("There is no host no such host.");
    }

    /** What Java takes for this machine. */
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "[]"})
    void refusesAHostThatIsNotGiven(String host) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().host(host))
                .withMessage("The host must be a name or an address, such as 127.0.0.1.");
    }

    @Test
    void refusesAClaimThatNoTokenCanHold() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().claim("when", Instant.EPOCH))
                .withMessage(
                        "The claim when must be what JSON can hold: a text, a number, a boolean, a list or a map.");
        assertThatIllegalArgumentException().isThrownBy(() -> builder().claim("what", new Object()));
        builder().claim("roles", List.of("a", Map.of("b", 1.5))).start().close();
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

    @ParameterizedTest
    @ValueSource(strings = {"sub", "exp", "iat", "jti", "token_use", "family"})
    void keepsItsClaimsToItself(String claim) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().claim(claim, "mine"))
                .withMessage("The stub sets the claim " + claim + " itself.");
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
