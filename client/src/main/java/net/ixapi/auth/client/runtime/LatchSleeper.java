package net.ixapi.auth.client.runtime;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits by the machine's own time, until it is closed. Safe for many threads. */
final class LatchSleeper implements RetryingTransport.Sleeper {
    private final CountDownLatch end = new CountDownLatch(1);

    @Override
    public void sleep(Duration time) throws InterruptedException {
        end.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        end.countDown();
    }
}
