package net.ixapi.auth.client.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DeadlineTest {
    private final AtomicInteger cancelled = new AtomicInteger();

    @Test
    void aRequestThatTakesTooLongIsCancelledOnce() throws InterruptedException {
        CountDownLatch passed = new CountDownLatch(1);
        try (Deadline deadline = Deadline.after(Duration.ofMillis(10), () -> {
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
        Deadline deadline = Deadline.after(Duration.ofMillis(10), () -> cancelled.incrementAndGet() > 0);
        deadline.close();
        awaitAnother(Duration.ofMillis(50));
        assertThat(cancelled).hasValue(0);
        assertThat(deadline.passed()).isFalse();
    }

    @Test
    void closingWaitsForACancellationThatHasBegun() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch closing = new CountDownLatch(1);
        Deadline deadline = Deadline.after(Duration.ofMillis(1), () -> {
            begun.countDown();
            await(closing);
            return cancelled.incrementAndGet() > 0;
        });
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        closing.countDown();
        deadline.close();
        assertThat(cancelled).hasValue(1);
    }

    private static void awaitAnother(Duration time) throws InterruptedException {
        CountDownLatch passed = new CountDownLatch(1);
        Deadline another = Deadline.after(time, () -> {
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
