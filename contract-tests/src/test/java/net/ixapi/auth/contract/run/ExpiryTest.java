package net.ixapi.auth.contract.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import net.ixapi.auth.contract.document.OpenApiDocument;
import net.ixapi.auth.contract.engine.Options;
import net.ixapi.auth.contract.report.Coverage;
import net.ixapi.auth.contract.report.Report;
import net.ixapi.auth.contract.targets.ContractTarget;
import net.ixapi.auth.contract.wire.Limits;
import net.ixapi.auth.contract.wire.Route;
import net.ixapi.auth.stub.Account;
import net.ixapi.auth.stub.StubServer;
import org.junit.jupiter.api.Test;

/** An expired refresh token is tried as soon as the waiting is allowed to be that long. The stub's clock moves when the suite waits. */
class ExpiryTest {
    private static final Account ACCOUNT = new Account("me", "expiringApiKey01", "s".repeat(86));
    private static final Duration LIFETIME = Duration.ofSeconds(5);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));

    @Test
    void aServerThatRefusesItIsRight() throws Exception {
        Report report = run(Duration.ofSeconds(10), new Moving(now));

        assertThat(report.findings()).filteredOn("check", "expiry").isEmpty();
        assertThat(now.get()).isEqualTo("2026-01-01T00:00:06Z");
        assertThat(report.run().coverage())
                .flatExtracting(Coverage::problemTypes)
                .contains(new Coverage.Kind("https://errors.ix-api.net/v2/signature-expired.html", true, 1));
    }

    @Test
    void aServerThatTakesItMinutesLaterIsBlamed() throws Exception {
        Clock standingStill = Clock.fixed(now.get(), ZoneOffset.UTC);

        Report report = run(Duration.ofMinutes(6), standingStill);

        assertThat(report.findings())
                .filteredOn("check", "expiry")
                .extracting("cause")
                .containsExactly("an expired refresh token is not refused");
    }

    @Test
    void whatWouldTakeTooLongIsNotAwaitedButSaid() throws Exception {
        Report report = run(Duration.ofSeconds(5), new Moving(now));

        assertThat(report.findings())
                .filteredOn("check", "expiry")
                .extracting("cause")
                .containsExactly("not seen: an expired refresh token (--await-expiry 6s would wait for it)");
        assertThat(now.get()).isEqualTo("2026-01-01T00:00:00Z");
    }

    private Report run(Duration awaitExpiry, Clock ofTheServer) {
        Options options = new Options(Limits.DEFAULT, awaitExpiry, Set.of("expiry"), Set.of(), 1);
        try (StubServer stub = StubServer.builder()
                .account(ACCOUNT)
                .clock(ofTheServer)
                .accessLifetime(Duration.ofSeconds(2))
                .refreshLifetime(LIFETIME)
                .start()) {
            ContractTarget target = new ContractTarget(stub.baseUri(), ACCOUNT.apiKey(), ACCOUNT.apiSecret());
            return new ContractRun(OpenApiDocument.ofTheContract(), options, Route.DIRECT, check -> {})
                    .by(new Moving(now), time -> now.updateAndGet(instant -> instant.plus(time)))
                    .against(target);
        }
    }

    /** Moves when something else moves it. */
    private static final class Moving extends Clock {
        private final AtomicReference<Instant> now;

        private Moving(AtomicReference<Instant> now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now.get();
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
