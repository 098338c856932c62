package net.ixapi.auth.client.runtime;

import static net.ixapi.auth.client.runtime.FaultServer.drips;
import static net.ixapi.auth.client.runtime.FaultServer.floods;
import static net.ixapi.auth.client.runtime.FaultServer.isSilentAfter;
import static net.ixapi.auth.client.runtime.FaultServer.resetsAfter;
import static net.ixapi.auth.client.runtime.FaultServer.sends;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.ixapi.auth.client.error.ApiConnectionException;
import net.ixapi.auth.client.error.ApiException;
import net.ixapi.auth.client.error.ApiStatusException;
import net.ixapi.auth.client.error.ApiTimeoutException;
import net.ixapi.auth.client.error.InvalidResponseException;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a server does, a call ends within its bound, in the documented exception, and leaves nothing behind. */
class FaultMatrixTest {
    private static final Duration OUTER_BOUND = Duration.ofSeconds(20);
    /** For faults that end by themselves, which a busy machine must not turn into timeouts. */
    private static final TransportSettings LONG = new TransportSettings();

    private static final ApiOperation<Map<String, String>> CREATE = ApiOperation.of("thing_create", "POST", "/things")
            .sends("application/json")
            .succeeds("201")
            .returns(new TypeRef<Map<String, String>>() {});
    private static final String HEAD = "HTTP/1.1 201 Created\r\n";
    private static final String TEN = HEAD + "Content-Length: 10\r\n\r\n";
    private static final String CHUNKED = HEAD + "Transfer-Encoding: chunked\r\n\r\n";
    private static final String TO_THE_END = HEAD + "Connection: close\r\n\r\n";
    private static final String NO_ANSWER = "thing_create: no response: ";
    private static final String TOO_LONG = "thing_create: HTTP 201, but the response is longer than 8388608 bytes";

    private static final String NOT_IN_TIME = "thing_create: no response in time: java.net.SocketTimeoutException: ";

    static Stream<Arguments> faultsThatEndTheConnection() {
        return Stream.of(
                arguments("reset before headers", resetsAfter(""), NO_ANSWER + "java.net.SocketException"),
                arguments("reset after headers", resetsAfter(TEN), NO_ANSWER + "java.net.SocketException"),
                arguments(
                        "reset after half a body", resetsAfter(TEN + "{\"a\""), NO_ANSWER + "java.net.SocketException"),
                arguments("end before headers", sends(""), "NoHttpResponseException"),
                arguments("end after half the headers", sends(HEAD + "Content-Le"), NO_ANSWER),
                arguments("end after half a body", sends(TEN + "{\"a\""), "ConnectionClosedException"),
                arguments("Content-Length too long", sends(TEN + "{}"), "ConnectionClosedException"),
                arguments("truncated chunk", sends(CHUNKED + "a\r\n{\"a\""), "TruncatedChunkException"),
                arguments("missing last chunk", sends(CHUNKED + "2\r\n{}\r\n"), "ConnectionClosedException"),
                arguments("chunk of no size", sends(CHUNKED + "x\r\n{}\r\n"), "MalformedChunkCodingException"),
                arguments("negative Content-Length", sends(HEAD + "Content-Length: -1\r\n\r\n{}"), NO_ANSWER),
                arguments("two lengths", sends(HEAD + "Content-Length: 2\r\nContent-Length: 9\r\n\r\n{}"), NO_ANSWER),
                arguments("garbage", sends("\0\1\2\3garbage\r\n\r\n"), NO_ANSWER),
                arguments("another protocol", sends("220 mail.example ESMTP\r\n"), NO_ANSWER),
                arguments("endless garbage", floods("", "garbage "), NO_ANSWER),
                arguments("endless garbage in lines", floods("", "garbage\r\n"), NO_ANSWER),
                arguments("endless empty lines", floods("", "\r\n"), NO_ANSWER),
                arguments("endless headers", floods(HEAD, "X-Header: value\r\n"), "MessageConstraintException"),
                arguments("endless header", floods(HEAD + "X-Header: ", "value "), "MessageConstraintException"),
                arguments("endless name", floods(HEAD, "name"), "MessageConstraintException"),
                arguments("endless trailers", floods(CHUNKED + "0\r\n", "X-Header: value\r\n"), NO_ANSWER));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faultsThatEndTheConnection")
    void aBrokenConnectionIsOne(String name, FaultServer.Fault fault, String message) throws IOException {
        ApiException failure = failureOf(fault, LONG);
        assertThat(failure).isExactlyInstanceOf(ApiConnectionException.class).hasMessageContaining(message);
        assertThat(failure.getMessage()).startsWith(NO_ANSWER);
        assertHints(failure, true, true);
    }

    static Stream<Arguments> faultsThatTakeTime() {
        return Stream.of(
                arguments("silence before headers", isSilentAfter(""), NOT_IN_TIME + "Read timed out"),
                arguments("silence within headers", isSilentAfter(HEAD), NOT_IN_TIME + "Read timed out"),
                arguments("silence after headers", isSilentAfter(TEN), NOT_IN_TIME + "Read timed out"),
                arguments("silence after half a body", isSilentAfter(TEN + "{\"a\""), NOT_IN_TIME + "Read timed out"),
                arguments("silence within a chunk", isSilentAfter(CHUNKED + "9\r\n{"), NOT_IN_TIME + "Read timed out"),
                arguments("status drip", drips("", HEAD), NOT_IN_TIME + "not complete within PT0.3S"),
                arguments("header drip", drips(HEAD, "X-Header: a\r\n"), NOT_IN_TIME + "not complete within PT0.3S"),
                arguments("body drip", drips(TO_THE_END, " "), NOT_IN_TIME + "not complete within PT0.3S"),
                arguments("chunk drip", drips(CHUNKED, "1\r\n \r\n"), NOT_IN_TIME + "not complete within PT0.3S"),
                arguments("interim drip", drips("", "HTTP/1.1 100 Continue\r\n\r\n"), NOT_IN_TIME + "not complete"),
                arguments(
                        "interim flood", floods("", "HTTP/1.1 102 Processing\r\n\r\n"), NOT_IN_TIME + "not complete"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faultsThatTakeTime")
    void aSlowServerIsATimeout(String name, FaultServer.Fault fault, String message) throws IOException {
        ApiException failure = failureOf(fault, name.startsWith("silence") ? silence() : drip());
        assertThat(failure).isExactlyInstanceOf(ApiTimeoutException.class);
        assertThat(failure.getMessage()).startsWith(message);
        assertHints(failure, true, true);
    }

    static Stream<Arguments> faultsInTheBody() {
        return Stream.of(
                arguments("endless body", floods(TO_THE_END, " "), TOO_LONG),
                arguments("endless chunks", floods(CHUNKED, "3e8\r\n" + " ".repeat(1000) + "\r\n"), TOO_LONG),
                arguments("Content-Length too short", sends(HEAD + "Content-Length: 1\r\n\r\n{}"), "is not the JSON"),
                arguments("no body", sends(HEAD + "Content-Length: 0\r\n\r\n"), "is empty"),
                arguments("HTML", sends(HEAD + "Content-Length: 6\r\n\r\n<html>"), "is not the JSON"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faultsInTheBody")
    void aBodyThatIsNoneIsUnreadable(String name, FaultServer.Fault fault, String message) throws IOException {
        ApiException failure = failureOf(fault, LONG);
        assertThat(failure).isExactlyInstanceOf(InvalidResponseException.class).hasMessageContaining(message);
        assertHints(failure, true, true);
    }

    static Stream<Arguments> statuses() {
        return Stream.of(
                arguments("429", "", false),
                arguments("429", "Retry-After: 7\r\n", false),
                arguments("503", "", false),
                arguments("503", "Retry-After: 7\r\n", false),
                arguments("502", "", true),
                arguments("504", "Retry-After: 7\r\n", true));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("statuses")
    void aServerThatCannotAnswerNowSaysSo(String status, String header, boolean mayHaveBeenProcessed)
            throws IOException {
        ApiException failure =
                failureOf(sends("HTTP/1.1 " + status + " X\r\n" + header + "Content-Length: 0\r\n\r\n"), LONG);
        assertThat(failure).isExactlyInstanceOf(ApiStatusException.class).hasMessage("thing_create: HTTP " + status);
        assertThat(((ApiStatusException) failure).retryAfter())
                .isEqualTo(Optional.of(Duration.ofSeconds(7)).filter(wait -> !header.isEmpty()));
        assertHints(failure, true, mayHaveBeenProcessed);
    }

    @Test
    void aBodyOfAFailureThatDoesNotEndDoesNotMatter() throws IOException {
        ApiException failure = failureOf(floods("HTTP/1.1 500 X\r\nConnection: close\r\n\r\n", " "), LONG);
        assertThat(failure).isExactlyInstanceOf(ApiStatusException.class).hasMessage("thing_create: HTTP 500");
    }

    @Test
    void nobodyListens() throws IOException {
        FaultServer closed = FaultServer.that(sends(""));
        closed.close();
        ApiException failure = failureOf(closed.uri(), LONG);
        assertThat(failure).isExactlyInstanceOf(ApiConnectionException.class).hasMessageContaining("refused");
        assertHints(failure, true, false);
    }

    /** Silence is told by the socket's timeout, long before the total one. */
    private static TransportSettings silence() {
        return shortTimes().callTimeout(Duration.ofMinutes(1));
    }

    private static TransportSettings shortTimes() {
        return new TransportSettings()
                .connectTimeout(Duration.ofMillis(200))
                .responseTimeout(Duration.ofMillis(200))
                .callTimeout(Duration.ofMillis(300));
    }

    /** Bytes that trickle are told by the total timeout; the socket's own must not come first on a busy machine. */
    private static TransportSettings drip() {
        return shortTimes().responseTimeout(Duration.ofMinutes(1));
    }

    private static void assertHints(ApiException failure, boolean isRetryable, boolean mayHaveBeenProcessed) {
        assertThat(failure.operation()).isEqualTo("thing_create");
        assertThat(failure.isRetryable()).isEqualTo(isRetryable);
        assertThat(failure.mayHaveBeenProcessed()).isEqualTo(mayHaveBeenProcessed);
    }

    private static ApiException failureOf(FaultServer.Fault fault, TransportSettings settings) throws IOException {
        try (FaultServer server = FaultServer.that(fault)) {
            ApiException failure = failureOf(server.uri(), settings);
            assertThat(server.connections()).isEqualTo(1);
            return failure;
        }
    }

    private static ApiException failureOf(URI server, TransportSettings settings) throws IOException {
        PoolingHttpClientConnectionManager connections =
                HttpClientFactory.connections(settings, SystemDefaultDnsResolver.INSTANCE);
        settings.httpClient(http -> http.setConnectionManager(connections));
        try (HttpTransport transport = HttpTransport.to(server, settings)) {
            ApiException failure = assertTimeoutPreemptively(
                    OUTER_BOUND,
                    () -> Failures.of(
                            ApiException.class, transport, CREATE.request().body(Map.of())));
            assertThat(connections.getTotalStats().getLeased()).isZero();
            assertThat(connections.getTotalStats().getPending()).isZero();
            return failure;
        }
    }

    private final Set<Thread> threadsBefore = Thread.getAllStackTraces().keySet();

    /** Not even one that looked up the server's address: 127.0.0.1 is one already. */
    @AfterEach
    void noThreadIsLeft() {
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> !threadsBefore.contains(thread))
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("ixapi")
                        || name.toLowerCase(Locale.ROOT).startsWith("httpclient"));
    }
}
