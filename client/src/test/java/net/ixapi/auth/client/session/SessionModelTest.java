package net.ixapi.auth.client.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.ixapi.auth.client.error.ApiException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** Random time steps, calls, refusals of tokens and answers of every kind, against a model of what the server knows. */
class SessionModelTest {
    private static final long HOUR = 3_600_000;
    private static final long LIFETIME = 900_000;

    /** What the server answers from now on, by what it is asked. */
    enum Response {
        PAIR,
        REFUSED,
        FORBIDDEN_BY_PROXY,
        BUSY,
        UNREACHABLE,
        BROKEN
    }

    /** Time passes, the server changes its mind, a caller asks, and perhaps another server refuses what it got. */
    record Step(long millis, Response toRefresh, Response toLogIn, boolean invalidated) {}

    @Provide
    Arbitrary<Step> steps() {
        return Combinators.combine(
                        Arbitraries.oneOf(
                                Arbitraries.longs().between(0, 2_000),
                                Arbitraries.longs().between(0, LIFETIME),
                                Arbitraries.longs().between(0, 2 * HOUR)),
                        Arbitraries.of(Response.class),
                        Arbitraries.of(Response.class),
                        Arbitraries.of(false, false, false, true))
                .as(Step::new);
    }

    @Property(tries = 200)
    void nothingWorseThanAFailure(
            @ForAll @Size(max = 60) List<@net.jqwik.api.From("steps") Step> steps,
            @ForAll @LongRange(min = -7_200_000, max = 7_200_000) long serverAhead) {
        World world = new World(serverAhead);
        for (Step step : steps) {
            world.clock.move(Duration.ofMillis(step.millis()));
            world.take(step);
        }
        world.assertFewLogIns();
    }

    /** An hour and more of refusals, asked for a token every few seconds; RefusedCredentialsTest asks every second. */
    @Tag("long")
    @Property(tries = 10)
    void refusedCredentialsAreSeldomSent(@ForAll @LongRange(min = 1_000, max = 20_000) long every) {
        World world = new World(0);
        for (long time = 0; time < 3 * HOUR; time += every) {
            world.take(new Step(0, Response.REFUSED, Response.REFUSED, false));
            world.clock.move(Duration.ofMillis(every));
        }
        world.assertFewLogIns();
        assertThat(world.refusedLogIns).hasSizeGreaterThan(20);
    }

    private static final class World implements TokenProvider {
        final MutableClock clock = new MutableClock();
        final List<Long> refusedLogIns = new ArrayList<>();

        private final Map<String, Long> expiries = new HashMap<>();
        private final long serverAhead;
        private final Session session = Stage.session(this, settings -> {}, clock, Runnable::run);
        private Step now = new Step(0, Response.PAIR, Response.PAIR, false);
        private String accessToken = "none";
        private boolean invalidated;
        private boolean refreshTokenIsGood;
        private boolean answeredByProxy;
        private boolean renewing;

        World(long serverAhead) {
            this.serverAhead = serverAhead;
        }

        void take(Step step) {
            now = step;
            answeredByProxy = false;
            String served;
            try {
                served = session.accessToken();
            } catch (ApiException e) {
                return;
            }
            assertThat(clock.millis()).as("an expired token").isLessThan(expiries.get(served));
            if (step.invalidated()) {
                session.invalidate(served);
                invalidated = true;
            }
        }

        void assertFewLogIns() {
            for (long first : refusedLogIns) {
                long within = refusedLogIns.stream()
                        .filter(time -> time >= first && time < first + HOUR)
                        .count();
                assertThat(within).isLessThanOrEqualTo(20);
            }
        }

        @Override
        public TokenPair refresh(String refreshToken) {
            assertThat(refreshTokenIsGood).as("a refused refresh token").isTrue();
            answeredByProxy = now.toRefresh() == Response.FORBIDDEN_BY_PROXY;
            refreshTokenIsGood = now.toRefresh() != Response.REFUSED && now.toRefresh() != Response.BROKEN;
            return answer(now.toRefresh());
        }

        @Override
        public TokenPair logIn() {
            // By the token's own times, which are all that a session without the Date of a response can go by.
            boolean expired =
                    invalidated || clock.millis() >= expiries.getOrDefault(accessToken, 0L) + Math.min(0, serverAhead);
            assertThat(refreshTokenIsGood && !(answeredByProxy && expired))
                    .as("the credentials are sent though there is a refresh token")
                    .isFalse();
            if (now.toLogIn() == Response.REFUSED || now.toLogIn() == Response.FORBIDDEN_BY_PROXY) {
                refusedLogIns.add(clock.millis());
            }
            return answer(now.toLogIn());
        }

        private TokenPair answer(Response answer) {
            assertThat(renewing).as("two renewals at a time").isFalse();
            renewing = true;
            try {
                return switch (answer) {
                    case PAIR -> pair();
                    case REFUSED -> throw Refusals.status(401);
                    case FORBIDDEN_BY_PROXY -> throw Refusals.html(403);
                    case BUSY -> throw Refusals.status(503);
                    case UNREACHABLE -> throw Refusals.neverSent();
                    case BROKEN -> throw Refusals.broken();
                };
            } finally {
                renewing = false;
            }
        }

        private TokenPair pair() {
            long issued = clock.millis() + serverAhead;
            accessToken = Jwts.issued(issued, issued + LIFETIME);
            expiries.put(accessToken, clock.millis() + LIFETIME);
            invalidated = false;
            refreshTokenIsGood = true;
            return new TokenPair(accessToken, "r");
        }
    }
}
