package net.ixapi.auth.client.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import net.ixapi.auth.client.error.ApiConnectionException;
import net.ixapi.auth.client.error.ApiException;
import net.ixapi.auth.client.error.ApiStatusException;
import net.ixapi.auth.client.error.ErrorResponse;
import net.ixapi.auth.client.error.InvalidResponseException;
import net.ixapi.auth.client.error.ProblemDetails;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which failures are tried again, and which are not. */
class RetryChoiceTest {
    private static final ApiRequest<Void> REQUEST =
            ApiOperation.of("anything", "POST", "/").idempotent().request();

    private static final ApiRequest<Void> ONCE =
            ApiOperation.of("once", "POST", "/").request();
    private static final Set<Integer> REPEATED = Set.of(429, 502, 503, 504);
    private static final Set<Integer> REPEATED_EVEN_IF_ONCE_ONLY = Set.of(429, 503);

    static Stream<Arguments> statuses() {
        return IntStream.concat(IntStream.of(200, 202, 301, 302), IntStream.rangeClosed(400, 505))
                .boxed()
                .flatMap(status -> Stream.of(
                        arguments(status, "anything", REPEATED.contains(status)),
                        arguments(status, "once", REPEATED_EVEN_IF_ONCE_ONLY.contains(status))));
    }

    @ParameterizedTest(name = "HTTP {0} of {1}: {2}")
    @MethodSource("statuses")
    void aStatusIsTriedAgain(int status, String operation, boolean again) {
        assertTriedAgain(again, status(operation, status));
    }

    /** RFC 9110, section 9.2.2. */
    @ParameterizedTest
    @CsvSource({"GET, 2", "HEAD, 2", "OPTIONS, 2", "TRACE, 2", "PUT, 2", "DELETE, 2", "POST, 1", "PATCH, 1"})
    void whatMayActTwiceDependsOnTheMethod(String method, int attempts) {
        ScriptedTransport script = new ScriptedTransport(status("once", 502));
        catchThrowable(
                () -> send(script, 3, ApiOperation.of("once", method, "/").request()));
        assertThat(script.attempts()).isEqualTo(attempts);
    }

    static Stream<Arguments> brokenConnections() {
        return Stream.of(
                arguments(new ConnectException("refused"), false, true),
                arguments(new UnknownHostException("ix.example"), false, true),
                arguments(new SSLHandshakeException("Remote host terminated the handshake"), false, true),
                arguments(
                        new SSLHandshakeException("PKIX").initCause(new CertificateException("expired")), false, false),
                arguments(new ConnectTimeoutException("connect timed out"), false, true),
                arguments(new SocketTimeoutException("lease"), false, true),
                arguments(new SocketTimeoutException("Read timed out"), true, false),
                arguments(new SocketException("Connection reset"), true, false),
                arguments(new EOFException(), true, false),
                arguments(new InterruptedIOException("closed"), true, false));
    }

    @ParameterizedTest(name = "{0}, sent: {1}: {2}")
    @MethodSource("brokenConnections")
    void aBrokenConnectionIsTriedAgain(IOException cause, boolean sent, boolean again) {
        for (String operation : new String[] {"anything", "once"}) {
            assertTriedAgain(again, ApiConnectionException.because(operation, cause, sent));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"anything", "once"})
    void anUnreadableAnswerIsNotTriedAgain(String operation) {
        assertTriedAgain(false, new InvalidResponseException(operation, 201, Map.of(), "is empty"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void thereMustBeAnAttempt(int attempts) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> send(new ScriptedTransport(), attempts))
                .withMessage("There must be an attempt, but attempts is " + attempts);
    }

    @Test
    void itIsSentAsOftenAsAllowed() {
        ScriptedTransport script = new ScriptedTransport(
                status("anything", 502), status("anything", 503), status("anything", 504), status("anything", 429));
        assertThat(catchThrowable(() -> send(script, 3))).hasMessage("anything: HTTP 504");
        assertThat(script.attempts()).isEqualTo(3);
    }

    @Test
    void theLastFailureIsTheOneThatIsThrown() {
        ApiException last = status("anything", 400);
        ScriptedTransport script = new ScriptedTransport(
                status("anything", 503),
                ApiConnectionException.because("anything", new ConnectException("refused"), false),
                last);
        assertThat(catchThrowable(() -> send(script, 3))).isSameAs(last);
    }

    @Test
    void neverIsOneAttempt() {
        ScriptedTransport script = new ScriptedTransport(status("anything", 503));
        assertThat(catchThrowable(() -> send(script, 1))).hasMessage("anything: HTTP 503");
        assertThat(script.attempts()).isEqualTo(1);
    }

    @Test
    void whatIsNoFailureOfTheApiIsNotTriedAgain() {
        IllegalArgumentException refusal = new IllegalArgumentException("a value");
        Transport refusing = new Transport() {
            @Override
            public <T> ApiResponse<T> send(ApiRequest<T> request) {
                throw refusal;
            }
        };
        assertThat(catchThrowable(() -> send(refusing, 3))).isSameAs(refusal);
    }

    private static void assertTriedAgain(boolean again, ApiException failure) {
        ScriptedTransport script = new ScriptedTransport(failure);
        ApiRequest<Void> request = failure.operation().equals("once") ? ONCE : REQUEST;
        Throwable thrown = catchThrowable(() -> send(script, 3, request));
        assertThat(thrown).isSameAs(again ? null : failure);
        assertThat(script.attempts()).isEqualTo(again ? 2 : 1);
    }

    private static void send(Transport transport, int attempts) {
        send(transport, attempts, REQUEST);
    }

    private static void send(Transport transport, int attempts, ApiRequest<Void> request) {
        RetryingTransport retrying = new RetryingTransport(transport, attempts, Duration.ofMinutes(1));
        retrying.sleeper = (end, time, unit) -> true;
        retrying.send(request);
    }

    private static ApiException status(String operation, int status) {
        return ApiStatusException.of(
                new ErrorResponse(operation, status, Map.of(), ProblemDetails.NONE, null, Instant.EPOCH));
    }
}
