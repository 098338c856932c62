package net.ixapi.auth.stub.token;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Ids that no other token has, of this stub or another. Safe for many threads. */
final class TokenIds {
    /** A new UUID for each would let all threads wait for one source of random numbers. */
    private final String start = UUID.randomUUID() + "-";

    private final AtomicLong count = new AtomicLong();

    String next() {
        return start + count.incrementAndGet();
    }
}
