package net.ixapi.auth.stub.journal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.ixapi.auth.server.AuthApiRoutes;
import net.ixapi.auth.server.runtime.ApiOperation;
import net.ixapi.auth.stub.http.StubOperations;
import org.jspecify.annotations.Nullable;

/**
 * The requests that the stub has answered. All are counted; the last ones are kept. A request is here before its response is
 * sent, so that whoever has the response finds it. What is not HTTP at all is not here. Safe for many threads.
 */
public final class Journal {
    /** How many entries are kept. */
    public static final int SIZE = 1000;

    /** Those who wait look themselves, so that no request has to wake them. */
    private static final long POLL_INTERVAL_MILLIS = 5;

    private volatile Pages pages = new Pages();

    /** What is written between two times that all is forgotten. */
    static final class Pages {
        private final Deque<JournalEntry> last = new ArrayDeque<>(SIZE);

        /** As many as the stub has operations and accounts. */
        private final Map<Call, Long> calls = new HashMap<>();

        private record Call(
                @Nullable String operation, @Nullable String account) {}

        synchronized void add(JournalEntry entry) {
            if (last.size() == SIZE) {
                last.remove();
            }
            last.add(entry);
            calls.merge(new Call(entry.operation(), entry.account()), 1L, Long::sum);
        }

        synchronized List<JournalEntry> entries() {
            return List.copyOf(last);
        }

        synchronized long count(Predicate<Call> which) {
            return calls.entrySet().stream()
                    .filter(call -> which.test(call.getKey()))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }
    }

    /** For a request that begins: where it ends when all is forgotten meanwhile, nobody reads. */
    Pages open() {
        return pages;
    }

    /**
     * The last requests.
     *
     * @return at most {@link #SIZE}, the oldest first
     */
    public List<JournalEntry> entries() {
        return pages.entries();
    }

    /**
     * How often an operation was called, whatever the response.
     *
     * @param operation one of {@link AuthApiRoutes} or {@link StubOperations}
     * @return the number of requests since the last {@link #clear}
     */
    public long calls(ApiOperation operation) {
        return pages.count(call -> operation.id().equals(call.operation()));
    }

    /**
     * How often an operation was called by an account, whatever the response.
     *
     * @param operation one of {@link AuthApiRoutes} or {@link StubOperations}
     * @param account the account's name
     * @return the number of requests since the last {@link #clear}
     */
    public long calls(ApiOperation operation, String account) {
        return pages.count(call -> call.equals(new Pages.Call(operation.id(), account)));
    }

    /**
     * How many requests there were, those to no operation included.
     *
     * @return the number of requests since the last {@link #clear}
     */
    public long requests() {
        return pages.count(call -> true);
    }

    /**
     * Waits for refreshes, such as those of a client that renews its token in the background.
     *
     * @param atLeast how many
     * @param timeout how long to wait at most, by the system's clock
     * @throws AssertionError if there are fewer after that time; it says what was requested
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public void awaitRefreshCalls(long atLeast, Duration timeout) throws InterruptedException {
        awaitCalls(AuthApiRoutes.AUTH_TOKEN_REFRESH, atLeast, timeout);
    }

    /**
     * Waits for calls of an operation.
     *
     * @param operation one of {@link AuthApiRoutes} or {@link StubOperations}
     * @param atLeast how many
     * @param timeout how long to wait at most, by the system's clock
     * @throws AssertionError if there are fewer after that time; it says what was requested
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public void awaitCalls(ApiOperation operation, long atLeast, Duration timeout) throws InterruptedException {
        long start = System.nanoTime();
        while (calls(operation) < atLeast && timeout.compareTo(Duration.ofNanos(System.nanoTime() - start)) > 0) {
            Thread.sleep(POLL_INTERVAL_MILLIS);
        }
        long found = calls(operation);
        require(found >= atLeast, "at least " + atLeast, operation.id(), found);
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
    public void assertCalls(ApiOperation operation, long expected) {
        long found = calls(operation);
        require(found == expected, String.valueOf(expected), operation.id(), found);
    }

    /**
     * Checks that nothing was requested.
     *
     * @throws AssertionError if anything was; it says what
     */
    public void assertNoRequests() {
        long found = requests();
        require(found == 0, "0", "any kind", found);
    }

    /** Forgets all requests. */
    public void clear() {
        pages = new Pages();
    }

    private void require(boolean isAsExpected, String expected, String what, long found) {
        if (!isAsExpected) {
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
