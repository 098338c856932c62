package net.ixapi.auth.stub.fault;

import static net.ixapi.auth.stub.StubPeer.pair;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import net.ixapi.auth.model.AuthToken;
import net.ixapi.auth.server.runtime.RawPeer;
import net.ixapi.auth.stub.Credentials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults that take their time, by the clock of the stub. */
class FaultWaitTest extends FaultSetUp {
    private CompletableFuture<HttpResponse<String>> loginLater(Fault fault) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return login(fault);
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                },
                task -> new Thread(task).start());
    }

    @Test
    void isADelayByTheStubsClock() throws Exception {
        stub.clock().stop();
        Instant asked = stub.clock().instant();
        CompletableFuture<HttpResponse<String>> response = loginLater(Fault.delay(Duration.ofHours(1)));
        while (!response.isDone()) {
            // Again and again: the first may come before the request.
            stub.clock().advance(Duration.ofMinutes(1));
        }

        AuthToken pair = pair(response.get(30, TimeUnit.SECONDS));
        assertThat(SignedJWT.parse(pair.getAccessToken())
                        .getJWTClaimsSet()
                        .getIssueTime()
                        .toInstant())
                .isAfterOrEqualTo(asked.plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS));
    }

    /** What waits when the stub is reset gets no response, and no more of one that has begun. */
    @Test
    void isAWaitThatAResetEnds() throws Exception {
        Duration year = Duration.ofDays(365);
        for (Fault fault : List.of(
                Fault.delay(year),
                Fault.slowDrip(year),
                Fault.delay(year).and(Fault.status(503)),
                Fault.status(503).and(Fault.delay(year)))) {
            CountDownLatch arrived = new CountDownLatch(1);
            stub.faults().enqueue(1, request -> arrive(arrived), fault);
            CompletableFuture<String> response =
                    CompletableFuture.supplyAsync(this::rawLogin, task -> new Thread(task).start());
            arrived.await();
            stub.reset();

            assertThat(response.get(30, TimeUnit.SECONDS)).as(fault.toString()).isEqualTo("reset");
            stub.journal().assertNoRequests();
        }
    }

    private static boolean arrive(CountDownLatch arrived) {
        arrived.countDown();
        return true;
    }

    /** The JDK's client would try once more by itself. */
    private String rawLogin() {
        String body = "{\"api_key\":\"" + Credentials.KEY + "\",\"api_secret\":\"" + Credentials.SECRET + "\"}";
        String head = RawPeer.head(
                "POST /api/v2/auth/token HTTP/1.1",
                "Content-Type: application/json",
                "Content-Length: " + body.length());
        try {
            return RawPeer.exchange(stub.baseUri().getPort(), head + body);
        } catch (IOException e) {
            return "reset";
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-0.1S", "P365DT1S", "PT9223372036854775807S"})
    void isNoWaitThatNobodyOutlives(String time) {
        Duration wait = Duration.parse(time);
        String message = "A fault must wait between 0 and 365 days, but waits " + wait + ".";

        assertThatIllegalArgumentException().isThrownBy(() -> Fault.delay(wait)).withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fault.slowDrip(wait))
                .withMessage(message);
    }

    @Test
    void isAResponseThatComesByteByByte() throws Exception {
        stub.clock().stop();
        Instant asked = stub.clock().instant();
        CompletableFuture<HttpResponse<String>> response = loginLater(Fault.slowDrip(Duration.ofSeconds(1)));
        while (!response.isDone()) {
            stub.clock().advance(Duration.ofSeconds(1));
        }

        HttpResponse<String> whole = response.get(30, TimeUnit.SECONDS);
        pair(whole);
        assertThat(Duration.between(asked, stub.clock().instant()).toSeconds())
                .isGreaterThanOrEqualTo(whole.body().length());
    }
}
