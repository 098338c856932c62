package net.ixapi.auth.client.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ApiConnectionExceptionTest {
    static Stream<IOException> failuresOfTheNetwork() {
        return Stream.of(
                new ConnectException("words"), new UnknownHostException("words"), new SSLHandshakeException("words"));
    }

    @ParameterizedTest
    @MethodSource("failuresOfTheNetwork")
    void aFailureOfTheNetworkIsToldInItsWords(IOException cause) {
        assertThat(ApiConnectionException.because("thing_read", cause, true))
                .isExactlyInstanceOf(ApiConnectionException.class)
                .hasMessage("thing_read: no response: " + cause)
                .hasCause(cause);
    }

    @Test
    void aTimeoutIsToldInItsWords() {
        IOException cause = new SocketTimeoutException("Read timed out");
        assertThat(ApiConnectionException.because("thing_read", cause, true))
                .isExactlyInstanceOf(ApiTimeoutException.class)
                .hasMessage("thing_read: no response in time: java.net.SocketTimeoutException: Read timed out")
                .hasCause(cause);
    }

    @Test
    void anInterruptIsNoTimeout() {
        assertThat(ApiConnectionException.because("thing_read", new InterruptedIOException("stop"), true))
                .isExactlyInstanceOf(ApiConnectionException.class);
    }

    @Test
    void anythingElseIsToldByItsClassAlone() {
        assertThat(ApiConnectionException.because("thing_read", new EOFException("secret"), true))
                .isExactlyInstanceOf(ApiConnectionException.class)
                .hasMessage("thing_read: no response: java.io.EOFException");
    }

    @Test
    void itsCausesKeepTheirClassesAndPlacesAndNoWord() {
        IOException cause = new EOFException("secret");
        cause.initCause(new IllegalStateException("secret"));
        cause.addSuppressed(new IOException("secret"));
        Throwable told =
                ApiConnectionException.because("thing_read", cause, true).getCause();
        assertThat(told).hasMessage("java.io.EOFException").hasNoSuppressedExceptions();
        assertThat(told.getStackTrace()).isEqualTo(cause.getStackTrace());
        assertThat(told.getCause())
                .hasMessage("java.lang.IllegalStateException")
                .hasNoCause();
    }

    static Stream<IOException> certificatesThatAreRefused() {
        return Stream.of(
                new SSLPeerUnverifiedException("words"),
                (IOException) new SSLHandshakeException("words").initCause(new CertificateException("another host")),
                (IOException) new SSLHandshakeException("words")
                        .initCause(new SSLException("words", new CertificateException("expired"))));
    }

    @ParameterizedTest
    @MethodSource("certificatesThatAreRefused")
    void aCertificateIsNotBetterTheNextTime(IOException cause) {
        assertThat(ApiConnectionException.because("thing_read", cause, false).isRetryable())
                .isFalse();
    }

    static Stream<IOException> failuresThatPass() {
        return Stream.of(
                new ConnectException("words"),
                new NoRouteToHostException("words"),
                new UnknownHostException("words"),
                new SSLHandshakeException("words"),
                new ConnectTimeoutException("words"),
                new SocketException("Connection reset"),
                new SocketTimeoutException("Read timed out"),
                new SSLException("words"),
                new EOFException("words"),
                new InterruptedIOException("words"));
    }

    /** Whether the server may have acted only the transport knows. */
    @ParameterizedTest
    @MethodSource("failuresThatPass")
    void anyOtherMayPass(IOException cause) {
        for (boolean sent : new boolean[] {false, true}) {
            ApiConnectionException failure = ApiConnectionException.because("thing_read", cause, sent);
            assertThat(failure.isRetryable()).isTrue();
            assertThat(failure.mayHaveBeenProcessed()).isEqualTo(sent);
        }
    }
}
