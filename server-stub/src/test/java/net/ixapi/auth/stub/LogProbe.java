package net.ixapi.auth.stub;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A stub in a process of its own, whose clock fails after a login, a refresh and six that are refused. */
final class LogProbe {
    private LogProbe() {}

    public static void main(String[] arguments) throws InterruptedException {
        StubServer stub = StubServer.builder()
                .account(Credentials.account())
                .clock(new FailingClock())
                .start();
        System.out.println(stub.baseUri());
        new CountDownLatch(1).await();
    }

    private static final class FailingClock extends Clock {
        /** A login asks once, a refresh twice, and the journal once for each of eight requests. */
        private static final int WORKING = 11;

        private final AtomicInteger times = new AtomicInteger();

        @Override
        public Instant instant() {
            if (times.incrementAndGet() > WORKING) {
                throw new IllegalStateException("the clock has failed");
            }
            return Instant.EPOCH;
        }

        @Override
        public ZoneId getZone() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
