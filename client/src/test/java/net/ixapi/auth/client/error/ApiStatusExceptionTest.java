package net.ixapi.auth.client.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiStatusExceptionTest {
    private static final String LONGEST = "https://ix.example/" + "x".repeat(181);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://errors.ix-api.net/v2/validation-error.html",
                "http://ix.example",
                "https://ix.example:8443/a%20b#c"
            })
    void theMessageNamesATypeThatIsAnAddress(String type) {
        assertThat(of(type)).hasMessage("thing_read: HTTP 409, " + type);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "about:blank",
                "validation-error",
                "/errors/validation.html",
                "urn:ix:error",
                "https:secret",
                "https:///secret",
                "not a URI",
                "https://ix.example/?token=secret",
                "https://key:secret@ix.example/",
                "https://ix.example/\nERROR forged line",
                "https://ix.example/\r\nforged",
                "https://ix.example/\u2028forged",
                "https://ix.example/\u202eforged",
                "https://ix.example/\u001b[31m",
                "javascript://ix.example/alert",
            })
    void theMessageDoesNotRepeatAnythingElse(String type) {
        assertThat(of(type)).hasMessage("thing_read: HTTP 409");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void theMessageDoesNotRepeatMoreThan200Characters(int tooMany) {
        assertThat(of(LONGEST + "x".repeat(tooMany)).getMessage().contains(LONGEST))
                .isEqualTo(tooMany == 0);
    }

    private static ApiStatusException of(String type) {
        return ApiStatusException.of(new ErrorResponse(
                "thing_read",
                409,
                Map.of(),
                new ProblemDetails(type, "secret", "secret", "secret", List.of()),
                "secret",
                Instant.EPOCH));
    }
}
