package net.ixapi.auth.client.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.core5.concurrent.Cancellable;
import org.junit.jupiter.api.Test;

class CancellationTest {
    private final AtomicInteger cancelled = new AtomicInteger();

    @Test
    void aRequestThatTakesTooLongIsCancelledOnce() throws InterruptedException {
        CountDownLatch passed = new CountDownLatch(1);
        CallTimeout timeout = after(Duration.ofMillis(10), () -> {
            cancelled.incrementAndGet();
            passed.countDown();
            return true;
        });
        assertThat(passed.await(20, TimeUnit.SECONDS)).isTrue();
        timeout.close();
        assertThat(cancelled).hasValue(1);
    }

    /** The timer fires in the order of time, so the later timeout proves that the earlier one would have passed. */
    @Test
    void aRequestThatHasEndedIsNotCancelled() throws InterruptedException {
        startAndClose(Duration.ofMillis(10));
        awaitAnother(Duration.ofMillis(50));
        assertThat(cancelled).hasValue(0);
    }

    @Test
    void closingWaitsForACancellationThatHasBegun() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch closing = new CountDownLatch(1);
        CallTimeout timeout = after(Duration.ofMillis(1), () -> {
            begun.countDown();
            await(closing);
            return cancelled.incrementAndGet() > 0;
        });
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        closing.countDown();
        timeout.close();
        assertThat(cancelled).hasValue(1);
    }

    /** One timer serves them all. */
    @Test
    void onlyWhatIsLateIsCancelled() throws InterruptedException {
        Duration time = Duration.ofMillis(20);
        CountDownLatch passed = new CountDownLatch(2);
        Cancellable late = () -> {
            passed.countDown();
            return cancelled.incrementAndGet() > 0;
        };
        CallTimeout first = CallTimeout.start(late, time);
        startAndClose(time);
        CallTimeout last = CallTimeout.start(late, time);
        assertThat(passed.await(20, TimeUnit.SECONDS)).isTrue();
        first.close();
        last.close();
        assertThat(cancelled).hasValue(2);
    }

    /** Of a second attempt less is left than of a call that began before it. */
    @Test
    void whatEndsFirstIsCancelledFirst() throws InterruptedException {
        CountDownLatch passed = new CountDownLatch(1);
        CallTimeout longer = CallTimeout.start(() -> cancelled.incrementAndGet() > 0, Duration.ofMinutes(1));
        CallTimeout shorter = CallTimeout.start(
                () -> {
                    passed.countDown();
                    return true;
                },
                Duration.ofMillis(10));
        assertThat(passed.await(20, TimeUnit.SECONDS)).isTrue();
        shorter.close();
        longer.close();
        assertThat(cancelled).hasValue(0);
    }

    /** The timer that found nothing late must be set again for what comes later. */
    @Test
    void whatBeginsAfterTheTimerFoundNothingIsCancelledToo() throws InterruptedException {
        Duration time = Duration.ofMillis(10);
        startAndClose(time);
        awaitAnother(Duration.ofMillis(50));
        CountDownLatch passed = new CountDownLatch(1);
        CallTimeout later = CallTimeout.start(
                () -> {
                    passed.countDown();
                    return true;
                },
                time);
        assertThat(passed.await(20, TimeUnit.SECONDS)).isTrue();
        later.close();
        assertThat(cancelled).hasValue(0);
    }

    /** What closes the connection may fail, and that must not be the end of the timer. */
    @Test
    void aCancellationThatFailsLeavesTheNextToBeCancelled() throws InterruptedException {
        Duration time = Duration.ofMillis(10);
        CountDownLatch passed = new CountDownLatch(1);
        CallTimeout failing = CallTimeout.start(
                () -> {
                    throw new IllegalStateException("planned");
                },
                time);
        CallTimeout next = CallTimeout.start(
                () -> {
                    passed.countDown();
                    return true;
                },
                time);
        assertThat(passed.await(20, TimeUnit.SECONDS)).isTrue();
        next.close();
        failing.close();
    }

    /** A busy machine may take so long to get from one to the other that the request is late. Only what comes later counts. */
    private void startAndClose(Duration time) {
        AtomicBoolean closed = new AtomicBoolean();
        CallTimeout timeout = after(time, () -> closed.get() && cancelled.incrementAndGet() > 0);
        timeout.close();
        closed.set(true);
    }

    private static CallTimeout after(Duration time, Cancellable request) {
        return CallTimeout.start(request, time);
    }

    private static void awaitAnother(Duration time) throws InterruptedException {
        CountDownLatch passed = new CountDownLatch(1);
        CallTimeout another = after(time, () -> {
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
