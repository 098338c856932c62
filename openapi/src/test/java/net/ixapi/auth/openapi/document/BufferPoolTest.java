package net.ixapi.auth.openapi.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.BufferRecycler;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BufferPoolTest {
    private final BufferPool pool = new BufferPool();

    @Test
    void givesABufferToOneUserAtATime() {
        BufferRecycler first = pool.acquirePooled();
        BufferRecycler second = pool.acquirePooled();

        assertThat(second).isNotSameAs(first);
        pool.releasePooled(second);
        assertThat(pool.acquirePooled()).isSameAs(second);
    }

    /** As a server has at times, whose threads all live on. */
    @Test
    void keepsFarFewerBuffersThanThereAreThreads() throws InterruptedException {
        Set<BufferRecycler> released = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = 0; i < 1000; i++) {
            Thread thread = new Thread(() -> {
                BufferRecycler buffer = pool.acquirePooled();
                released.add(buffer);
                pool.releasePooled(buffer);
            });
            thread.start();
            thread.join();
        }

        assertThat(released).hasSizeBetween(1, 64);
    }
}
