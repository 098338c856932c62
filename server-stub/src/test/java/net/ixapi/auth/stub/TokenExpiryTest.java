package net.ixapi.auth.stub;

import static net.ixapi.auth.stub.StubPeer.assertProblem;
import static net.ixapi.auth.stub.StubPeer.pair;

import java.time.Duration;
import net.ixapi.auth.model.AuthToken;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** RFC 7519, section 4.1.4: a token is not accepted on or after its expiry. */
class TokenExpiryTest {
    private static final Duration ACCESS = Duration.ofSeconds(10);
    private static final Duration REFRESH = Duration.ofSeconds(100);

    private final MutableClock clock = new MutableClock("2026-01-01T00:00:00.25Z");

    @AutoClose
    private final StubServer stub = StubServer.builder()
            .account(Credentials.account())
            .clock(clock)
            .accessLifetime(ACCESS)
            .refreshLifetime(REFRESH)
            .start();

    private final StubPeer peer = new StubPeer(stub);

    @Test
    void isNotBeforeTheLastSecond() throws Exception {
        AuthToken pair = peer.login();
        clock.advance(REFRESH.minusSeconds(1));

        pair(peer.refresh(pair.getRefreshToken()));
    }

    @Test
    void isNotBeforeTheLastMillisecond() throws Exception {
        AuthToken pair = peer.login();
        clock.advance(REFRESH.minusMillis(251));

        pair(peer.refresh(pair.getRefreshToken()));
    }

    @Test
    void isOnTheSecond() throws Exception {
        AuthToken pair = peer.login();
        clock.advance(REFRESH.minusMillis(250));

        assertProblem(peer.refresh(pair.getRefreshToken()), 401, "signature-expired.html");
    }

    @Test
    void isASecondLater() throws Exception {
        AuthToken pair = peer.login();
        clock.advance(REFRESH.plusSeconds(1));

        assertProblem(peer.refresh(pair.getRefreshToken()), 401, "signature-expired.html");
    }

    @Test
    void doesNotEndWithTheAccessToken() throws Exception {
        AuthToken pair = peer.login();
        clock.advance(ACCESS.plusSeconds(1));

        pair(peer.refresh(pair.getRefreshToken()));
    }

    @Test
    void isPutOffByARefresh() throws Exception {
        AuthToken first = peer.login();
        clock.advance(REFRESH.minusSeconds(1));
        AuthToken second = pair(peer.refresh(first.getRefreshToken()));
        clock.advance(REFRESH.minusSeconds(1));

        assertProblem(peer.refresh(first.getRefreshToken()), 401, "signature-expired.html");
        pair(peer.refresh(second.getRefreshToken()));
    }

    @Test
    void tellsNothingOfTokensThatWereNeverGood() throws Exception {
        AuthToken pair = peer.login();
        clock.advance(REFRESH.plusSeconds(1));

        assertProblem(peer.refresh(pair.getAccessToken()), 401, "authentication-error.html");
        assertProblem(peer.refresh(pair.getRefreshToken() + "x"), 401, "authentication-error.html");
    }
}
