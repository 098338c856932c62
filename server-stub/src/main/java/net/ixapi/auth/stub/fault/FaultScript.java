package net.ixapi.auth.stub.fault;

import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import net.ixapi.auth.server.runtime.ApiOperation;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong with the next requests. A request meets the first fault that it matches; each fault is for as many requests
 * as it was told. Safe for many threads, without a lock.
 */
public final class FaultScript {
    /** For as long as the faults are not cleared. */
    public static final int ALWAYS = Integer.MAX_VALUE;

    private static final int MAX_RULES = 1000;

    private final Queue<Rule> rules = new ConcurrentLinkedQueue<>();

    private final Consumer<FaultScript> initial;
    /** No test need consume these. */
    private volatile Set<Rule> ofStart = Set.of();

    private record Rule(AtomicInteger left, Predicate<StubRequest> matching, Fault fault) {
        boolean meets(StubRequest request) {
            return matching.test(request) && left.getAndUpdate(Rule::less) > 0;
        }

        private static int less(int count) {
            return count == ALWAYS ? count : Math.max(0, count - 1);
        }

        @Override
        public String toString() {
            int count = left.get();
            return fault + (count == ALWAYS ? ", always" : ", " + count + " times");
        }
    }

    /**
     * A script.
     *
     * @param initial adds the faults of the start, now and after each {@link #reset}
     */
    public FaultScript(Consumer<FaultScript> initial) {
        this.initial = initial;
        reset();
    }

    /**
     * A fault for the next request.
     *
     * @param fault what goes wrong
     */
    public void enqueue(Fault fault) {
        enqueue(1, fault);
    }

    /**
     * A fault for the next requests.
     *
     * @param times for how many, or {@link #ALWAYS}
     * @param fault what goes wrong
     */
    public void enqueue(int times, Fault fault) {
        enqueue(times, request -> true, fault);
    }

    /**
     * A fault for the next calls of an operation.
     *
     * @param times for how many, or {@link #ALWAYS}
     * @param operation one of {@link net.ixapi.auth.server.AuthApiRoutes} or
     *     {@link net.ixapi.auth.stub.http.StubOperations}
     * @param fault what goes wrong
     */
    public void enqueue(int times, ApiOperation operation, Fault fault) {
        enqueue(times, request -> request.isOf(operation.id()), fault);
    }

    /**
     * A fault for the next requests of a kind.
     *
     * @param times for how many, or {@link #ALWAYS}
     * @param matching which; called by many threads at once
     * @param fault what goes wrong
     * @throws IllegalArgumentException if it is for no request
     * @throws IllegalStateException if there are 1000 faults already
     */
    public void enqueue(int times, Predicate<StubRequest> matching, Fault fault) {
        if (times < 1) {
            throw new IllegalArgumentException("A fault must be for 1 request or more, but is for " + times + ".");
        }
        if (rules.size() >= MAX_RULES) {
            throw new IllegalStateException("There are " + MAX_RULES + " faults already: clear them first.");
        }
        rules.add(new Rule(new AtomicInteger(times), matching, fault));
    }

    /**
     * The faults that no request has met yet.
     *
     * @return what they do, and how often
     */
    public List<String> pending() {
        return rules.stream().map(Rule::toString).toList();
    }

    /**
     * Checks that no fault is left over, but for those that are for all requests, and those that the stub started with.
     *
     * @throws AssertionError if one is; it says which
     */
    public void assertAllConsumed() {
        List<String> left = rules.stream()
                .filter(rule -> rule.left().get() != ALWAYS && !ofStart.contains(rule))
                .map(Rule::toString)
                .toList();
        if (!left.isEmpty()) {
            throw new AssertionError("No request has met these faults: " + left);
        }
    }

    /** Forgets all faults but those of the start, of which as many are left as then. */
    public void reset() {
        clear();
        initial.accept(this);
        ofStart = Set.copyOf(rules);
    }

    /** Forgets all faults. */
    public void clear() {
        rules.clear();
    }

    /** The fault of a request; null for most. */
    @Nullable Fault take(Supplier<StubRequest> request) {
        return rules.isEmpty() ? null : take(request.get());
    }

    private @Nullable Fault take(StubRequest request) {
        for (Rule rule : rules) {
            if (rule.meets(request)) {
                if (rule.left().get() == 0) {
                    rules.remove(rule);
                }
                return rule.fault();
            }
        }
        return null;
    }
}
