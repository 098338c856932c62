package net.ixapi.auth.stub.token;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Ids that are remembered until they expire. It has an end: what is full forgets what expired, and then the half that expires
 * first. Safe for many threads; only one that makes room takes a lock.
 */
final class ReplayCache {
    private final int max;
    private final Clock clock;
    private final Map<String, Instant> expiries = new ConcurrentHashMap<>();

    ReplayCache(int max, Clock clock) {
        this.max = max;
        this.clock = clock;
    }

    /** False where it was there before. */
    boolean add(String id, Instant expiry) {
        if (expiries.size() >= max) {
            makeRoom();
        }
        return expiries.putIfAbsent(id, expiry) == null;
    }

    boolean contains(String id) {
        return expiries.containsKey(id);
    }

    int size() {
        return expiries.size();
    }

    void clear() {
        expiries.clear();
    }

    private synchronized void makeRoom() {
        Instant now = clock.instant();
        expiries.values().removeIf(expiry -> !expiry.isAfter(now));
        if (expiries.size() > max / 2) {
            firstToExpire(expiries.size() - max / 2).forEach(expiries::remove);
        }
    }

    private List<String> firstToExpire(int count) {
        return expiries.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                .limit(count)
                .map(Map.Entry::getKey)
                .toList();
    }
}
