package net.ixapi.auth.stub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import net.ixapi.auth.model.AuthToken;
import net.ixapi.auth.stub.token.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 7515, section 7.1, and RFC 7519, section 4.1, as a client reads them: without a library and without the key. */
class TokenFormatTest {
    private static final Duration ACCESS = Duration.ofMinutes(5);
    private static final Duration REFRESH = Duration.ofHours(2);

    private static AuthToken issuedAt(String now) {
        return TestTokens.of(new MutableClock(now), ACCESS, REFRESH).issue("tester");
    }

    private static JsonNode part(String token, int index) {
        try {
            return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[index]));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void isACompactSignature() {
        AuthToken pair = issuedAt("2026-01-01T00:00:00Z");

        assertThat(pair.getAccessToken()).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]{43}");
        assertThat(pair.getRefreshToken()).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]{43}");
        assertThat(part(pair.getAccessToken(), 0)).hasToString("{\"alg\":\"HS256\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01T00:00:00Z",
        "2026-01-01T00:00:00.000000001Z",
        "2026-01-01T00:00:00.5Z",
        "2026-01-01T00:00:00.999999999Z"
    })
    void countsTheLifetimesFromTheSecondOfIssue(String now) {
        long issued = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();
        AuthToken pair = issuedAt(now);

        assertTimes(pair.getAccessToken(), issued, issued + 300);
        assertTimes(pair.getRefreshToken(), issued, issued + 7200);
    }

    private static void assertTimes(String token, long issued, long expires) {
        JsonNode claims = part(token, 1);
        assertThat(claims.get("iat").isIntegralNumber()).isTrue();
        assertThat(claims.get("exp").isIntegralNumber()).isTrue();
        assertThat(claims.get("iat").longValue()).isEqualTo(issued);
        assertThat(claims.get("exp").longValue()).isEqualTo(expires);
    }

    @Test
    void namesTheUserAndTheUse() {
        AuthToken pair = issuedAt("2026-01-01T00:00:00Z");

        assertThat(part(pair.getAccessToken(), 1).get("sub").textValue()).isEqualTo("tester");
        assertThat(part(pair.getAccessToken(), 1).get("token_use").textValue()).isEqualTo("access");
        assertThat(part(pair.getRefreshToken(), 1).get("token_use").textValue()).isEqualTo("refresh");
    }

    @Test
    void keepsTheUserOverARefresh() throws Exception {
        Tokens tokens = TestTokens.of(new MutableClock("2026-01-01T00:00:00Z"), ACCESS, REFRESH);

        AuthToken next = tokens.refresh(tokens.issue("tester").getRefreshToken());

        assertThat(part(next.getAccessToken(), 1).get("sub").textValue()).isEqualTo("tester");
    }

    @Test
    void livesAQuarterOfAnHourAndADayUnlessToldOtherwise() throws Exception {
        MutableClock clock = new MutableClock("2026-01-01T00:00:00Z");
        long issued = clock.instant().getEpochSecond();
        try (StubServer stub =
                StubServer.builder().account(Credentials.account()).clock(clock).start()) {
            AuthToken pair = new StubPeer(stub).login();

            assertTimes(pair.getAccessToken(), issued, issued + 900);
            assertTimes(pair.getRefreshToken(), issued, issued + 86_400);
        }
    }
}
