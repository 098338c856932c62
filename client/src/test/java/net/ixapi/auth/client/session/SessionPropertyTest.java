package net.ixapi.auth.client.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.ixapi.auth.client.error.ApiException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random lifetimes, settings, latencies, clocks and failures; the seed is in the name of what fails. */
class SessionPropertyTest {
    private static final int WORLDS = 80;
    private static final int STEPS = 200;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 20_251_124})
    void aServedTokenHasNotExpired(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < WORLDS; i++) {
            World world = new World(random, 0.3, random.nextLong(-7_200_000, 7_200_000));
            for (int step = 0; step < STEPS; step++) {
                world.step();
                catchThrowable(world::checkServed);
            }
            assertThat(world.servedExpired)
                    .as("seed %d, world %d: %s", seed, i, world)
                    .isEmpty();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {4, 5, 6, 20_251_125})
    void nobodyIsRefusedWhileATokenIsValid(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < WORLDS; i++) {
            World world = new World(random, 0.5, 0);
            for (int step = 0; step < STEPS; step++) {
                world.step();
                Throwable failure = catchThrowable(world::checkServed);
                if (failure != null && world.clock.millis() < world.lastExpiry) {
                    fail("seed %d, world %d, step %d: %s".formatted(seed, i, step, world), failure);
                }
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {7, 8, 9, 20_251_126})
    void aTokenIsRenewedOnceAPeriodAndNotBeforeItsMargin(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < WORLDS; i++) {
            World world = new World(random, 0, 0);
            for (int step = 0; step < STEPS; step++) {
                world.step();
                catchThrowable(world::checkServed);
            }
            assertThat(world.tooEarly)
                    .as("seed %d, world %d: %s", seed, i, world)
                    .isEmpty();
            assertThat(world.renewals).isPositive();
        }
    }

    /** A session and a server that knows until when each of its tokens is good. */
    private static final class World implements TokenProvider {
        final MutableClock clock = new MutableClock();
        final List<String> servedExpired = new ArrayList<>();
        final List<Long> tooEarly = new ArrayList<>();
        long lastExpiry;
        int renewals;

        private final Random random;
        private final double failures;
        private final long skew;
        private final long lifetime;
        private final long margin;
        private final double fraction;
        private final long initialDelay;
        private final long maxDelay;
        private final Session session;
        private final Map<String, Long> expiries = new HashMap<>();
        private long renewAfter = Long.MIN_VALUE;

        World(Random random, double failures, long skew) {
            this.random = random;
            this.failures = failures;
            this.skew = skew;
            this.lifetime = random.nextLong(1_000, random.nextBoolean() ? 600_000 : 259_200_000);
            this.margin = random.nextLong(1, 7_200_000);
            this.fraction = random.nextDouble(0.01, 0.99);
            this.initialDelay = random.nextLong(1, 5_000);
            this.maxDelay = random.nextLong(1, 60_000);
            this.session = Stage.session(this, this::set, clock, Runnable::run);
        }

        private void set(SessionBuilder settings) {
            Stage.tuned(settings, fraction, Duration.ofMillis(initialDelay), Duration.ofMillis(maxDelay))
                    .margin(Duration.ofMillis(margin))
                    .refreshTimeout(Duration.ofSeconds(1));
        }

        /** Mostly small steps; sometimes right beside the last token's end. */
        void step() {
            if (random.nextInt(10) == 0 && lastExpiry > clock.millis() + 1) {
                clock.move(Duration.ofMillis(lastExpiry - clock.millis() - 1 + random.nextInt(3)));
            } else {
                clock.move(Duration.ofMillis(random.nextLong(1 + lifetime / 5)));
            }
        }

        void checkServed() {
            String token = session.accessToken();
            if (clock.millis() >= expiries.get(token)) {
                servedExpired.add(token);
            }
        }

        @Override
        public TokenPair logIn() {
            return answer();
        }

        @Override
        public TokenPair refresh(String refreshToken) {
            return answer();
        }

        private TokenPair answer() {
            long asked = clock.millis();
            if (asked < renewAfter) {
                tooEarly.add(asked);
            }
            renewals++;
            clock.move(Duration.ofMillis(random.nextLong(1 + lifetime / 20)));
            if (random.nextDouble() < failures) {
                throw failure();
            }
            long issued = clock.millis();
            clock.move(Duration.ofMillis(random.nextLong(1 + lifetime / 20)));
            lastExpiry = asked + lifetime;
            renewAfter = lastExpiry - (long) Math.ceil(Math.min(margin, fraction * lifetime));
            String token = Jwts.issued(issued + skew, issued + skew + lifetime);
            expiries.put(token, issued + lifetime);
            return new TokenPair(token, random.nextBoolean() ? "r" : null);
        }

        private ApiException failure() {
            return switch (random.nextInt(4)) {
                case 0 -> Refusals.status(503);
                case 1 -> Refusals.status(401);
                case 2 -> Refusals.broken();
                default -> Refusals.neverSent();
            };
        }

        @Override
        public String toString() {
            return "lifetime %d, server ahead by %d, margin %d, %f of the lifetime, delays from %d to %d"
                    .formatted(lifetime, skew, margin, fraction, initialDelay, maxDelay);
        }
    }
}
