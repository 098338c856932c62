package net.ixapi.auth.contract.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import net.ixapi.auth.contract.wire.Limits;
import net.ixapi.auth.contract.wire.RawServer;
import net.ixapi.auth.contract.wire.Request;
import net.ixapi.auth.contract.wire.Route;
import net.ixapi.auth.contract.wire.RunEndedException;
import net.ixapi.auth.contract.wire.Sleeper;
import net.ixapi.auth.contract.wire.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThrottleTest {
    private static final Request REQUEST = Request.bare("GET", "/");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String UNAVAILABLE = "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n";

    private final List<Duration> waits = new ArrayList<>();

    @Test
    void anAnswerThatIsNeither429Nor503IsNotSentForAgain() {
        send("HTTP/1.1 500 Fault\r\nContent-Length: 0\r\n\r\n", 500, 1);

        assertThat(waits).isEmpty();
    }

    /** So does the limit of nginx (limit_req). */
    @Test
    void aServerThatIsBusyAndDoesNotSayForHowLongIsAskedAgain() {
        send(UNAVAILABLE + "|" + ok(), 200, 2);

        assertThat(waits).containsExactly(Duration.ofSeconds(1));
    }

    /** A run would wait for each request that makes a server fail. */
    @Test
    void aServerThatStaysUnavailableIsNotWaitedForAgain() {
        send(UNAVAILABLE, 2, 503, 4 + 1);

        assertThat(waits).hasSize(3);
    }

    @Test
    void aServerThatIsBusyForATimeIsAskedAgain() {
        send(busy() + "|" + ok(), 200, 2);

        assertThat(waits).containsExactly(Duration.ofSeconds(5));
    }

    /** It would be busy for ever. */
    @Test
    void aServerThatIsBusyAgainAndAgainIsFaulty() {
        send(busy(), 503, 4);

        assertThat(waits).hasSize(3);
    }

    private static String busy() {
        return "HTTP/1.1 503 Busy\r\nRetry-After: 5\r\nContent-Length: 0\r\n\r\n";
    }

    @Test
    void aDateCountsByTheClockOfTheServer() {
        String date = "Date: Fri, 31 Dec 1999 23:59:50 GMT\r\nRetry-After: Fri, 31 Dec 1999 23:59:59 GMT\r\n";
        send(tooMany(date) + "|" + ok(), 200, 2);

        assertThat(waits).containsExactly(Duration.ofSeconds(9));
    }

    @ParameterizedTest(name = "Retry-After: {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "3 | 3",
                "0 | 0",
                "30 | 30",
                "31 | 31",
                "60 | 60",
                "99999999999999999999 | 1",
                "-5 | 1",
                "1.5 | 1",
                "Fri, 31 Dec 1999 23:59:59 GMT | 1",
                "'' | 1"
            })
    void waitsAsTheServerSays(String retryAfter, long seconds) {
        send(tooMany("Retry-After: " + retryAfter + "\r\n") + "|" + ok(), 200, 2);

        assertThat(waits).containsExactly(Duration.ofSeconds(seconds));
    }

    /** Asking again sooner would only make it longer. */
    @ParameterizedTest
    @ValueSource(ints = {61, 999_999})
    void endsTheRunWhereTheServerAsksForMoreThanAMinute(int seconds) {
        assertThatThrownBy(() -> send(tooMany("Retry-After: " + seconds + "\r\n"), 0, 0))
                .isInstanceOf(RunEndedException.class)
                .hasMessageContaining("asks to wait for " + seconds + " s, but a run waits for 60 s at most");

        assertThat(waits).isEmpty();
    }

    /** Nobody would wait for so long to see whether a request makes it faulty. */
    @Test
    void aServerThatIsUnavailableForLongIsFaulty() {
        send("HTTP/1.1 503 Busy\r\nRetry-After: 3600\r\nContent-Length: 0\r\n\r\n", 503, 1);
    }

    @Test
    void waitsASecondWhereTheServerSaysNothing() {
        send(tooMany("") + "|" + tooMany("") + "|" + ok(), 200, 3);

        assertThat(waits).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1));
    }

    @Test
    void endsTheRunWhenItsPatienceIsUsedUp() {
        assertThatThrownBy(() -> send(tooMany("Retry-After: 20\r\n"), 0, 0))
                .isInstanceOf(RunEndedException.class)
                .hasMessage(
                        "the server answers one request with 429 again and again: try a lower --rate, or see whether it means"
                                + " another status, such as 401");

        assertThat(waits).hasSize(3).containsOnly(Duration.ofSeconds(20));
    }

    /** Some servers lock a key for too many failures, and for ever: another one is answered. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            429, 429, 201, 429 | 201
            429, 429, 201, 401 | 401
            429, 429, 429, 401 | 401
            """)
    void whatIsAnsweredInItsPlaceTellsALockFromALimit(String statuses, int expected) {
        Iterator<String> next = List.of(statuses.split(", ")).iterator();
        try (RawServer server = RawServer.playing(dialogue -> {
                    while (next.hasNext()) {
                        dialogue.request();
                        dialogue.send("HTTP/1.1 " + next.next() + " X\r\nContent-Length: 0\r\n\r\n");
                    }
                });
                Wire wire = new Wire(server.uri(), Route.DIRECT, Limits.DEFAULT, limiter -> {})) {
            Throttle throttle = new Throttle(wire, recording(), PATIENCE);

            assertThat(throttle.send(REQUEST, () -> Optional.of(REQUEST)).status())
                    .isEqualTo(expected);
            assertThat(server.requests()).hasSize(4);
        }
    }

    /** So does koa-ratelimit in the last second of a window: it cuts off what is less than a second. */
    @Test
    void aServerThatSaysAtOnceAgainGetsASecond() {
        String atOnce = tooMany("Retry-After: 0\r\n");
        send(atOnce + "|" + atOnce + "|" + ok(), 200, 3);

        assertThat(waits).containsExactly(Duration.ZERO, Duration.ofSeconds(1));
    }

    @Test
    void aServerThatSaysAtOnceForeverUsesUpThePatience() {
        assertThatThrownBy(() -> send(tooMany("Retry-After: 0\r\n"), 0, 0))
                .isInstanceOf(RunEndedException.class)
                .hasMessage(
                        "the server answers one request with 429 again and again: try a lower --rate, or see whether it means"
                                + " another status, such as 401");
    }

    /** The answers follow each other; the last comes again and again. */
    private void send(String answers, int status, int requests) {
        send(answers, 1, status, requests);
    }

    private void send(String answers, int times, int status, int requests) {
        List<String> texts = List.of(answers.split("\\|"));
        try (RawServer server = RawServer.playing(dialogue -> {
                    for (int i = 0; ; i++) {
                        dialogue.request();
                        dialogue.send(texts.get(Math.min(i, texts.size() - 1)));
                    }
                });
                Wire wire = new Wire(server.uri(), Route.DIRECT, Limits.DEFAULT, limiter -> {})) {
            Throttle throttle = new Throttle(wire, recording(), PATIENCE);
            for (int i = 0; i < times; i++) {
                assertThat(throttle.send(REQUEST).status()).isEqualTo(status);
            }
            assertThat(server.requests()).hasSize(requests);
            assertThat(throttle.waited()).isEqualTo(waits.stream().reduce(Duration.ZERO, Duration::plus));
        }
    }

    private Sleeper recording() {
        return waits::add;
    }

    private static String tooMany(String header) {
        return "HTTP/1.1 429 Too Many Requests\r\n" + header + "Content-Length: 0\r\n\r\n";
    }

    private static String ok() {
        return "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
    }
}
