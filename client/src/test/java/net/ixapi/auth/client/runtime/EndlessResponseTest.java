package net.ixapi.auth.client.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import net.ixapi.auth.client.error.ApiStatusException;
import net.ixapi.auth.client.error.InvalidResponseException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rest of an answer that is too long is not waited for, although the client would wait for half a minute. */
class EndlessResponseTest {
    private static final ApiOperation<String> READ =
            ApiOperation.of("thing_read", "GET", "/thing").returns(new TypeRef<String>() {});

    /** The second one has no length: it would last until the connection ends. */
    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 999999999\r\n", ""})
    void anEndlessSuccessIsUnreadable(String length) throws IOException {
        assertFailsAtOnce(
                "200 OK\r\n" + length, InvalidResponseException.class, "HTTP 200, but the response is longer than");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 999999999\r\n", ""})
    void anEndlessProblemIsAFailureLikeAnyOther(String length) throws IOException {
        assertFailsAtOnce("500 Internal Server Error\r\n" + length, ApiStatusException.class, "HTTP 500");
    }

    private static void assertFailsAtOnce(String head, Class<?> failure, String message) throws IOException {
        try (RawPeer peer = RawPeer.silentAfter(tooMuch(head));
                HttpTransport transport = HttpTransport.to(peer.uri())) {
            CompletableFuture<ApiResponse<String>> response = Background.send(transport, READ.request());
            assertThat(response)
                    .failsWithin(Duration.ofSeconds(10))
                    .withThrowableThat()
                    .havingCause()
                    .isInstanceOf(failure)
                    .withMessageContaining(message);
        }
    }

    /** As many bytes as are looked at; more are to come and never do. */
    private static byte[] tooMuch(String head) {
        byte[] bytes = ("HTTP/1.1 " + head + "\r\n").getBytes(UTF_8);
        byte[] answer = Arrays.copyOf(bytes, bytes.length + ResponseReader.MAX_BYTES + 1);
        Arrays.fill(answer, bytes.length, answer.length, (byte) ' ');
        return answer;
    }
}
