package net.ixapi.auth.stub.token;

import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The last ids that were added: one more than it holds makes it forget the oldest. Safe for many threads, without a lock. */
final class ReplayCache {
    private final int max;
    private final Set<String> ids = ConcurrentHashMap.newKeySet();
    private final Queue<String> oldestFirst = new ConcurrentLinkedQueue<>();

    ReplayCache(int max) {
        this.max = max;
    }

    /** False where it was there before. */
    boolean add(String id) {
        boolean isNew = ids.add(id);
        if (isNew) {
            oldestFirst.add(id);
        }
        while (ids.size() > max) {
            ids.remove(oldestFirst.remove());
        }
        return isNew;
    }

    boolean contains(String id) {
        return ids.contains(id);
    }

    void clear() {
        // In this order, so that each id that is left is in both.
        oldestFirst.clear();
        ids.clear();
    }
}
