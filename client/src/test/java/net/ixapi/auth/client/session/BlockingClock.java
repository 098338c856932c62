package net.ixapi.auth.client.session;

import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/** A clock that keeps one thread waiting, once, before it says the time. */
final class BlockingClock extends MutableClock {
    private final CountDownLatch goOn = new CountDownLatch(1);
    private volatile Thread kept = Thread.currentThread();
    private volatile boolean keeps;

    /** Keeps the calling thread waiting when the action asks for the time. */
    <T> T keeping(Supplier<T> action) {
        kept = Thread.currentThread();
        keeps = true;
        return action.get();
    }

    void goOn() {
        goOn.countDown();
    }

    @Override
    public long millis() {
        if (keeps && Thread.currentThread() == kept) {
            keeps = false;
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return super.millis();
    }
}
