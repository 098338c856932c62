package net.ixapi.auth.client.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import net.ixapi.auth.client.error.ApiStatusException;
import net.ixapi.auth.client.error.InvalidResponseException;
import org.junit.jupiter.api.Test;

/** The rest of an answer that is too long is not waited for, although the client would wait for half a minute. */
class EndlessResponseTest {
    private static final ApiOperation<String> READ =
            ApiOperation.of("thing_read", "GET", "/thing").returns(new TypeRef<String>() {});

    @Test
    void anEndlessSuccessIsUnreadable() throws IOException {
        assertFailsAtOnce("200 OK", InvalidResponseException.class, "HTTP 200, but the response is longer than");
    }

    @Test
    void anEndlessProblemIsAFailureLikeAnyOther() throws IOException {
        assertFailsAtOnce("500 Internal Server Error", ApiStatusException.class, "HTTP 500");
    }

    private static void assertFailsAtOnce(String status, Class<?> failure, String message) throws IOException {
        try (RawPeer peer = RawPeer.silentAfter(tooMuch(status));
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

    /** As many bytes as are looked at; more were announced and never come. */
    private static byte[] tooMuch(String status) {
        byte[] head = ("HTTP/1.1 " + status + "\r\nContent-Length: 999999999\r\n\r\n").getBytes(UTF_8);
        byte[] answer = Arrays.copyOf(head, head.length + ResponseReader.MAX_BYTES + 1);
        Arrays.fill(answer, head.length, answer.length, (byte) ' ');
        return answer;
    }
}
