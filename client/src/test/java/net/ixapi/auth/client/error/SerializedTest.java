package net.ixapi.auth.client.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An exception that was stored, or that came from another machine. */
class SerializedTest {
    private static final String CANARY = "canary-5f1d";
    private static final Map<String, List<String>> HEADERS =
            Map.of("Retry-After", List.of("7"), "Set-Cookie", List.of(CANARY));
    private static final ProblemDetails DETAILS =
            new ProblemDetails(null, CANARY, CANARY, CANARY, List.of(new FieldError("api_key", CANARY)));

    static Stream<ApiException> all() {
        return Stream.of(
                status(400),
                status(401),
                status(403),
                status(404),
                status(503),
                unreadable(),
                ApiConnectionException.because("thing_read", new ConnectException("Connection refused"), false),
                ApiConnectionException.because("thing_read", new SocketTimeoutException("Read timed out"), true));
    }

    @ParameterizedTest
    @MethodSource("all")
    void itSaysTheSame(ApiException original) throws Exception {
        ApiException restored = restored(original);
        assertThat(restored).isExactlyInstanceOf(original.getClass()).hasMessage(original.getMessage());
        assertThat(restored.operation()).isEqualTo("thing_read");
        assertThat(restored.isRetryable()).isEqualTo(original.isRetryable());
        assertThat(restored.mayHaveBeenProcessed()).isEqualTo(original.mayHaveBeenProcessed());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 429, 503})
    void theServersOwnWordsAreLeftOut(int status) throws Exception {
        ApiStatusException restored = restored(status(status));
        assertThat(restored.status()).isEqualTo(status);
        assertThat(restored.headers()).isEmpty();
        assertThat(restored.retryAfter()).isEmpty();
        assertThat(restored.details()).isEqualTo(ProblemDetails.NONE);
        assertThat(restored.problem(String.class)).isEmpty();
    }

    @Test
    void soAreTheFieldsThatItNamed() throws Exception {
        assertThat(((BadRequestException) restored(status(400))).fields()).isEmpty();
    }

    @Test
    void soAreTheHeadersOfAnAnswerThatWasUnreadable() throws Exception {
        InvalidResponseException restored = restored(unreadable());
        assertThat(restored.status()).isEqualTo(201);
        assertThat(restored.headers()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void noneOfThemIsStored(ApiException original) throws IOException {
        assertThat(new String(stored(original), StandardCharsets.ISO_8859_1)).doesNotContain(CANARY);
    }

    private static ApiStatusException status(int status) {
        return ApiStatusException.of(new ErrorResponse("thing_read", status, HEADERS, DETAILS, CANARY, Instant.EPOCH));
    }

    private static InvalidResponseException unreadable() {
        return new InvalidResponseException("thing_read", 201, HEADERS, "is empty");
    }

    @SuppressWarnings("unchecked")
    private static <E extends ApiException> E restored(E original) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(stored(original)))) {
            return (E) in.readObject();
        }
    }

    private static byte[] stored(ApiException original) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(original);
        }
        return bytes.toByteArray();
    }
}
