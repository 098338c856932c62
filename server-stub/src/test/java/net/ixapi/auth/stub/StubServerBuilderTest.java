package net.ixapi.auth.stub;

import static net.ixapi.auth.stub.StubPeer.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stub can be told, and what it refuses to be told. */
class StubServerBuilderTest {
    private static StubServerBuilder builder() {
        return StubServer.builder().account(Credentials.account());
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

    @ParameterizedTest
    @ValueSource(strings = {"sub", "exp", "iat", "jti", "token_use", "family"})
    void keepsItsClaimsToItself(String claim) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().claim(claim, "mine"))
                .withMessage("The stub sets the claim " + claim + " itself.");
    }
}
