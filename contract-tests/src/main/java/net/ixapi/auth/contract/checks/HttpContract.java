package net.ixapi.auth.contract.checks;

import static net.ixapi.auth.contract.checks.Conformance.requireProblem;
import static org.assertj.core.api.Assertions.assertThat;

import net.ixapi.auth.contract.http.Answer;
import net.ixapi.auth.contract.http.RawHttp;
import net.ixapi.auth.contract.targets.TargetExtension;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What HTTP itself demands (RFC 9110) where the document says nothing. */
@ExtendWith(TargetExtension.class)
@DisplayName("HTTP")
public class HttpContract {
    private static final String[] PATHS = {"/auth/token", "/auth/refresh"};

    private final RawHttp http;

    /**
     * Checks of one server.
     *
     * @param http the way to it
     */
    public HttpContract(RawHttp http) {
        this.http = http;
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/auth", "/auth/unknown", "/auth/token/unknown"})
    @Checks(status = 404)
    @DisplayName("nothing is found on other paths")
    void otherPath(String path) {
        requireProblem(http.post(path, "{}"), 404);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"GET,0", "PUT,0", "DELETE,0", "PATCH,0", "GET,1", "PUT,1", "DELETE,1", "PATCH,1"})
    @Checks(status = 405)
    @DisplayName("other methods are refused, and the right one is named")
    void otherMethod(String method, int path) {
        Answer answer = http.bare(method, PATHS[path]);
        requireProblem(answer, 405);
        assertThat(answer.header("allow").orElse("")).as("Allow").contains("POST");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/xml"})
    @Checks(status = 415)
    @DisplayName("other media types are refused")
    void otherMediaType(String mediaType) {
        requireProblem(http.post(PATHS[0], "{}", "Content-Type", mediaType), 415);
    }

    // Not much longer: a server that stops reading may close the connection before its answer is read (RFC 9112,
    // section 9.6).
    @Test
    @Checks(status = 413)
    @DisplayName("a body of one and a half million characters is refused")
    void hugeBody() {
        requireProblem(http.post(PATHS[1], "{\"refresh_token\": \"" + "x".repeat(1_500_000) + "\"}"), 413);
    }
}
