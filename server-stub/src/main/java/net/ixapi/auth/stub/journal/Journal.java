package net.ixapi.auth.stub.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import net.ixapi.auth.server.AuthApiRoutes;
import net.ixapi.auth.server.runtime.Operation;

/**
 * The requests that the stub has answered. All are counted; the last ones are kept. A request is here before its answer is
 * sent, so that whoever has the answer finds it. What is no HTTP at all is not. Safe for many threads, without a lock.
 */
public final class Journal {
    /** How many entries are kept. */
    public static final int SIZE = 1000;

    private volatile Pages pages = new Pages();

    /** What is written between two times that all is forgotten. */
    static final class Pages {
        private final AtomicLong count = new AtomicLong();
        private final AtomicReferenceArray<JournalEntry> last = new AtomicReferenceArray<>(SIZE);
        private final Map<String, LongAdder> calls = new ConcurrentHashMap<>();

        void add(JournalEntry entry) {
            String operation = entry.operation();
            if (operation != null) {
                // As many as the contract has operations.
                calls.computeIfAbsent(operation, id -> new LongAdder()).increment();
            }
            last.set((int) (count.getAndIncrement() % SIZE), entry);
        }
    }

    /** For a request that begins: where it ends when all is forgotten meanwhile, nobody reads. */
    Pages open() {
        return pages;
    }

    /**
     * Adds a request.
     *
     * @param entry the request and its answer
     */
    public void add(JournalEntry entry) {
        pages.add(entry);
    }

    /**
     * The last requests.
     *
     * @return at most {@link #SIZE}, the oldest first
     */
    public List<JournalEntry> entries() {
        Pages current = pages;
        long end = current.count.get();
        List<JournalEntry> entries = new ArrayList<>();
        for (long i = Math.max(0, end - SIZE); i < end; i++) {
            entries.add(current.last.get((int) (i % SIZE)));
        }
        // A request that is being added right now has its place, but is not in it.
        entries.removeIf(Objects::isNull);
        return entries;
    }

    /**
     * How often an operation was called, whatever the answer.
     *
     * @param operation one of {@link AuthApiRoutes}
     * @return the number of requests since the last {@link #clear}
     */
    public long calls(Operation operation) {
        LongAdder calls = pages.calls.get(operation.id());
        return calls == null ? 0 : calls.sum();
    }

    /**
     * How many requests there were, those to no operation included.
     *
     * @return the number of requests since the last {@link #clear}
     */
    public long requests() {
        return pages.count.get();
    }

    /**
     * Checks how often somebody tried to log in.
     *
     * @param expected how often
     * @throws AssertionError if it was another number; it says what was requested
     */
    public void assertLoginCalls(long expected) {
        assertCalls(AuthApiRoutes.AUTH_TOKEN_CREATE, expected);
    }

    /**
     * Checks how often somebody tried to refresh.
     *
     * @param expected how often
     * @throws AssertionError if it was another number; it says what was requested
     */
    public void assertRefreshCalls(long expected) {
        assertCalls(AuthApiRoutes.AUTH_TOKEN_REFRESH, expected);
    }

    /**
     * Checks how often an operation was called.
     *
     * @param operation one of {@link AuthApiRoutes}
     * @param expected how often
     * @throws AssertionError if it was another number; it says what was requested
     */
    public void assertCalls(Operation operation, long expected) {
        require(operation.id(), expected, calls(operation));
    }

    /**
     * Checks that nothing was requested.
     *
     * @throws AssertionError if anything was; it says what
     */
    public void assertNoRequests() {
        require("any kind", 0, requests());
    }

    /** Forgets all requests. */
    public void clear() {
        pages = new Pages();
    }

    private void require(String what, long expected, long found) {
        if (expected != found) {
            throw new AssertionError("Expected " + expected + " requests of " + what + ", but there were " + found
                    + ". The last of all requests:" + lines());
        }
    }

    private String lines() {
        List<JournalEntry> entries = entries();
        return entries.isEmpty()
                ? " none"
                : entries.stream()
                        .skip(Math.max(0, entries.size() - 20))
                        .map(entry -> "\n  " + entry)
                        .collect(Collectors.joining());
    }
}
