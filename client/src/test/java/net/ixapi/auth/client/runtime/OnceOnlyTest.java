package net.ixapi.auth.client.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import net.ixapi.auth.client.error.ApiException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A refresh token may be good for one attempt: on the wire no second one follows a failure that tells nothing. */
class OnceOnlyTest {
    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final ApiOperation<String> REFRESH =
            ApiOperation.of("refresh", "POST", "/refresh").succeeds("200").returns(new TypeRef<String>() {});

    static Stream<FaultServer.Fault> faultsThatTellNothing() {
        return Stream.of(
                FaultServer.sends(""),
                FaultServer.sends("HTTP/1.1 502 X\r\nContent-Length: 0\r\n\r\n"),
                FaultServer.sends("HTTP/1.1 504 X\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n"),
                FaultServer.sends("HTTP/1.1 500 X\r\nContent-Length: 0\r\n\r\n"),
                FaultServer.sends(OK + "Content-Length: 0\r\n\r\n"),
                FaultServer.sends(OK + "Content-Length: 9\r\n\r\n\"half"),
                FaultServer.sends("garbage\r\n\r\n"),
                FaultServer.resetsAfter(""),
                FaultServer.resetsAfter(OK + "Content-Length: 9\r\n\r\n\"half"),
                FaultServer.isSilentAfter(""),
                FaultServer.isSilentAfter(OK + "Content-Length: 9\r\n\r\n\"half"));
    }

    @ParameterizedTest
    @MethodSource("faultsThatTellNothing")
    void itIsNotSentAgain(FaultServer.Fault fault) throws IOException {
        try (FaultServer server = FaultServer.that(fault)) {
            ApiException failure = failure(server);
            assertThat(failure.mayHaveBeenProcessed()).isTrue();
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void itIsSentAgainWhereTheServerSaysThatItDidNothing(int status) throws IOException {
        String refusal = "HTTP/1.1 " + status + " X\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
        try (FaultServer server = FaultServer.that(FaultServer.sends(refusal))) {
            assertThat(failure(server)).hasMessage("refresh: HTTP " + status);
            assertThat(server.connections()).isEqualTo(3);
        }
    }

    private static ApiException failure(FaultServer server) {
        TransportSettings settings = new TransportSettings().responseTimeout(Duration.ofMillis(300));
        try (HttpTransport once = HttpTransport.to(server.uri(), settings)) {
            RetryingTransport retrying = new RetryingTransport(once, 3, Duration.ofMinutes(1));
            retrying.sleeper = (end, time, unit) -> true;
            return Failures.of(ApiException.class, retrying, REFRESH.request());
        }
    }
}
