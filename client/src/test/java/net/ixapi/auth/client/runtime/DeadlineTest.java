package net.ixapi.auth.client.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.core5.concurrent.Cancellable;
import org.junit.jupiter.api.Test;

class DeadlineTest {
    private final AtomicInteger cancelled = new AtomicInteger();

    @Test
    void aRequestThatTakesTooLongIsCancelledOnce() throws InterruptedException {
        CountDownLatch passed = new CountDownLatch(1);
        try (Deadline deadline = after(Duration.ofMillis(10), () -> {
            cancelled.incrementAndGet();
            passed.countDown();
            return true;
        })) {
            assertThat(passed.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(deadline.passed()).isTrue();
            assertThat(deadline.timeout()).hasMessage("not complete within PT0.01S");
        }
        assertThat(cancelled).hasValue(1);
    }

    /** The timer fires in the order of time, so the later deadline proves that the earlier one would have passed. */
    @Test
    void aRequestThatHasEndedIsNotCancelled() throws InterruptedException {
        Deadline deadline = after(Duration.ofMillis(10), () -> cancelled.incrementAndGet() > 0);
        deadline.close();
        awaitAnother(Duration.ofMillis(50));
        assertThat(cancelled).hasValue(0);
        assertThat(deadline.passed()).isFalse();
    }

    @Test
    void closingWaitsForACancellationThatHasBegun() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch closing = new CountDownLatch(1);
        Deadline deadline = after(Duration.ofMillis(1), () -> {
            begun.countDown();
            await(closing);
            return cancelled.incrementAndGet() > 0;
        });
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        closing.countDown();
        deadline.close();
        assertThat(cancelled).hasValue(1);
    }

    /** One timer serves them all. */
    @Test
    void onlyWhatIsLateIsCancelled() throws InterruptedException {
        Deadlines deadlines = new Deadlines(Duration.ofMillis(20));
        CountDownLatch passed = new CountDownLatch(2);
        Cancellable late = () -> {
            passed.countDown();
            return cancelled.incrementAndGet() > 0;
        };
        Deadline first = deadlines.start(late);
        Deadline ended = deadlines.start(late);
        Deadline last = deadlines.start(late);
        ended.close();
        assertThat(passed.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(first.passed()).isTrue();
        assertThat(ended.passed()).isFalse();
        assertThat(last.passed()).isTrue();
        first.close();
        last.close();
        assertThat(cancelled).hasValue(2);
    }

    /** The timer that found nothing late must be set again for what comes later. */
    @Test
    void whatBeginsAfterTheTimerFoundNothingIsCancelledToo() throws InterruptedException {
        Deadlines deadlines = new Deadlines(Duration.ofMillis(10));
        deadlines.start(() -> cancelled.incrementAndGet() > 0).close();
        awaitAnother(Duration.ofMillis(50));
        CountDownLatch passed = new CountDownLatch(1);
        try (Deadline later = deadlines.start(() -> {
            passed.countDown();
            return true;
        })) {
            assertThat(passed.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(later.passed()).isTrue();
        }
        assertThat(cancelled).hasValue(0);
    }

    /** What closes the connection may fail, and that must not be the end of the timer. */
    @Test
    void aCancellationThatFailsLeavesTheNextToBeCancelled() throws InterruptedException {
        Deadlines deadlines = new Deadlines(Duration.ofMillis(10));
        CountDownLatch passed = new CountDownLatch(1);
        Deadline failing = deadlines.start(() -> {
            throw new IllegalStateException("planned");
        });
        try (Deadline next = deadlines.start(() -> {
            passed.countDown();
            return true;
        })) {
            assertThat(passed.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(next.passed()).isTrue();
        }
        assertThatThrownBy(failing::close).hasRootCauseMessage("planned");
    }

    private static Deadline after(Duration time, Cancellable request) {
        return new Deadlines(time).start(request);
    }

    private static void awaitAnother(Duration time) throws InterruptedException {
        CountDownLatch passed = new CountDownLatch(1);
        Deadline another = after(time, () -> {
            passed.countDown();
            return true;
        });
        assertThat(passed.await(20, TimeUnit.SECONDS)).isTrue();
        another.close();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
