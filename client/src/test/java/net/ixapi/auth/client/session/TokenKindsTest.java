package net.ixapi.auth.client.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a token is served, by what it says of itself. */
class TokenKindsTest {
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private final Stage stage = Stage.atOnce();

    @Test
    void anExpiryWithoutATimeOfIssueIsEnough() {
        assertExpiresAfter(600_000, Jwts.expiring(MutableClock.START + 600_000));
    }

    @Test
    void anExpiryMayHaveAFraction() {
        for (long lifetime = 600_000; lifetime < 600_050; lifetime++) {
            assertExpiresAfter(lifetime, Jwts.expiring(MutableClock.START + lifetime));
        }
        assertExpiresAfter(1_500, Jwts.withClaims("{\"exp\":1.7000000015e9}"));
    }

    /** The columns: the server's clock less ours, the lifetime, how long the token is served here. */
    @ParameterizedTest
    @CsvSource({
        "3600000, 600000, 600000",
        "3600000, 86400000, 86400000",
        "-3600000, 600000, 600000",
        "-3600000, 3600000, 3600000",
        "-3600000, 86400000, 82800000",
        "1000, 600000, 600000",
        "-1000, 600000, 599000",
    })
    void theServersClockMayBeWrong(long ahead, long lifetime, long served) {
        long issued = MutableClock.START + ahead;
        assertExpiresAfter(served, Jwts.issued(issued, issued + lifetime));
    }

    /** A server may give the same token to all who ask, until it nears its expiry. */
    @Test
    void aTokenThatWasIssuedEarlierExpiresEarlier() {
        assertExpiresAfter(
                10 * MINUTE, Jwts.issued(MutableClock.START - 50 * MINUTE, MutableClock.START + 10 * MINUTE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"exp\":null}",
                "{\"exp\":\"1700000600\"}",
                "{\"exp\":-1}",
                "{\"exp\":0}",
                "{\"exp\":true}",
                "{\"exp\":[1700000600]}",
                "{\"exp\":{\"seconds\":1700000600}}",
                "{\"exp\":1700000600000}",
                "{\"exp\":1e400}",
                "{\"exp\":1e999999999}",
                "{\"exp\":99999999999999999999999999999999}",
                "{\"exp\":NaN}",
                "{\"exp\":1700000600",
                "[1700000600]",
                "1700000600",
                "null",
                "",
                "nonsense",
            })
    void claimsWithoutAReadableExpiryAreServedUntilRefused(String claims) {
        assertServedUntilRefused(Jwts.withClaims(claims));
    }

    @ParameterizedTest
    @ValueSource(strings = {"opaque", "a.b", "..", "a.b.c", "a.!!!.c", "a.b.c.d.e", "é.é.é", "-", "a.eyJleHAiOjE=x.c"})
    void whatIsNoTokenOfThatKindIsServedUntilRefused(String token) {
        assertServedUntilRefused(token);
    }

    /** No part of forever is long enough to be a margin. */
    @Test
    void soItIsWhateverTheMargin() {
        Duration forever = Duration.ofSeconds(Long.MAX_VALUE);
        Stage wide = Stage.atOnce(settings -> {
            settings.margin(forever).fraction = 0.999_999_999;
        });
        wide.obtains(new TokenPair("opaque", "r"));
        assertThat(wide.tokenAt(3650 * DAY)).isEqualTo("opaque");
        assertThat(wide.source.calls()).isEmpty();
    }

    /** It was obtained just now: only the clocks differ, and by how much nobody says. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, HOUR})
    void aNewTokenThatSeemsToHaveExpiredIsServedUntilRefused(long ago) {
        assertServedUntilRefused(Jwts.expiring(MutableClock.START - ago));
    }

    @Test
    void anExpiryBeforeTheTimeOfIssueLeavesTheExpiry() {
        assertExpiresAfter(MINUTE, Jwts.issued(MutableClock.START + HOUR, MutableClock.START + MINUTE));
    }

    @Test
    void aTimeOfIssueThatCannotBeReadLeavesTheExpiry() {
        assertExpiresAfter(600_000, Jwts.withClaims("{\"iat\":\"1700000000\",\"exp\":1700000600}"));
    }

    @Test
    void paddingIsRead() {
        assertExpiresAfter(600_000, "e30.eyJleHAiOjE3MDAwMDA2MDB9IA==.x");
    }

    private void assertExpiresAfter(long lifetime, String token) {
        Stage fresh = Stage.atOnce();
        fresh.obtains(new TokenPair(token, null));
        // Nobody asks in between: there is no earlier renewal that could hide a late expiry.
        assertThat(fresh.tokenAt(lifetime)).isNotEqualTo(token);
        Stage other = Stage.atOnce();
        other.obtains(new TokenPair(token, null));
        other.source.fails(Refusals.status(503));
        assertThat(other.tokenAt(lifetime - 1)).isEqualTo(token);
    }

    private void assertServedUntilRefused(String token) {
        stage.obtains(new TokenPair(token, "r"));
        assertThat(stage.session.accessToken()).isEqualTo(token);
        stage.clock.move(Duration.ofMillis(3650 * DAY));
        assertThat(stage.session.accessToken()).isEqualTo(token);
        assertThat(stage.source.calls()).isEmpty();
        stage.session.invalidate(token);
        assertThat(stage.session.accessToken()).isNotEqualTo(token);
        assertThat(stage.source.calls()).containsExactly("r");
    }
}
