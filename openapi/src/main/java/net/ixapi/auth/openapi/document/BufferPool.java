package net.ixapi.auth.openapi.document;

import com.fasterxml.jackson.core.util.BufferRecycler;
import com.fasterxml.jackson.core.util.RecyclerPool;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * A few buffers for all threads. Of Jackson's own pools, one keeps buffers for each thread as long as that lives, though few use
 * them at the same time, and the others have one lock or one queue that all threads wait for. Safe for many threads.
 */
final class BufferPool implements RecyclerPool<BufferRecycler> {
    private static final long serialVersionUID = 1;

    /** More than processors, so that threads that run at the same time seldom meet in one. */
    private static final int SLOTS = 64;

    /** Empty where the buffer is in use. */
    private final transient AtomicReferenceArray<BufferRecycler> slots = new AtomicReferenceArray<>(SLOTS);

    @Override
    public BufferRecycler acquirePooled() {
        BufferRecycler buffer = slots.getAndSet(slot(), null);
        return buffer == null ? new BufferRecycler() : buffer;
    }

    @Override
    public void releasePooled(BufferRecycler buffer) {
        slots.lazySet(slot(), buffer);
    }

    private static int slot() {
        return (int) (Thread.currentThread().getId() % SLOTS);
    }
}
