package net.ixapi.auth.contract.wire;

import java.io.IOException;
import java.net.ProtocolException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to one server, as they are given, wrong ones too, and never follows a redirect. A server that hangs,
 * drips or never ends costs no more than the limits say. Not safe for use by several threads at once; whoever makes it closes it.
 */
public final class Wire implements AutoCloseable {
    private final URI baseUri;
    private final Route route;
    private final Limits limits;
    private final Sleeper sleeper;
    private final RateLimiter limiter;
    private @Nullable Connection idle;
    private Consumer<Exchange> recorder = exchange -> {};
    private int calls;
    private Duration wasted = Duration.ZERO;

    /**
     * Opens no connection yet.
     *
     * @param baseUri the address that all paths are relative to
     * @param route how the server is reached
     * @param limits what the server may cost
     * @param sleeper waits where requests would follow too closely
     */
    public Wire(URI baseUri, Route route, Limits limits, Sleeper sleeper) {
        this.baseUri = baseUri;
        this.route = route;
        this.limits = limits;
        this.sleeper = sleeper;
        this.limiter = new RateLimiter(limits.perSecond(), System.nanoTime());
    }

    /**
     * Sends a request.
     *
     * @param wanted the request, to which the headers of the route are added
     * @return what came of it; never null, and never later than the limits allow
     * @throws RunEndedException if the run has reached its limits
     */
    public Exchange send(Request wanted) {
        admit();
        Request request = routed(wanted);
        long start = System.nanoTime();
        Connection kept = idle;
        idle = null;
        Exchange exchange = attempt(request, kept, start, true);
        Failure failure = exchange.failure();
        if (kept != null && failure != null && failure.kind() == Failure.Kind.NO_SERVER) {
            // A kept connection that the server has closed meanwhile says nothing about this request.
            exchange = attempt(request, null, start, true);
        }
        count(exchange);
        return exchange;
    }

    /**
     * Sends requests at the same time, each over a connection of its own.
     *
     * @param requests the requests
     * @return what came of each, in their order
     * @throws RunEndedException if the run has reached its limits
     */
    public List<Exchange> sendTogether(List<Request> requests) {
        requests.forEach(request -> admit());
        // A server with one thread would wait for the next request of a connection that is kept.
        close();
        long start = System.nanoTime();
        List<CompletableFuture<Exchange>> all = requests.stream()
                .map(request -> routed(request).withHeader("Connection", "close"))
                .map(request -> CompletableFuture.supplyAsync(
                        () -> attempt(request, null, start, false), thread -> new Thread(thread).start()))
                .toList();
        List<Exchange> exchanges = all.stream().map(CompletableFuture::join).toList();
        exchanges.forEach(this::count);
        return exchanges;
    }

    /** A check that sends such a header itself knows why. */
    private Request routed(Request request) {
        Request routed = request;
        for (Header header : route.headers()) {
            if (request.headers().stream().noneMatch(own -> own.is(header.name()))) {
                routed = routed.withHeader(header.name(), header.value());
            }
        }
        return routed;
    }

    /**
     * Tells of each exchange.
     *
     * @param whom told when the exchange has ended
     */
    public void tell(Consumer<Exchange> whom) {
        recorder = whom;
    }

    private void count(Exchange exchange) {
        recorder.accept(exchange);
        if (exchange.response() == null) {
            wasted = wasted.plus(exchange.took());
        }
    }

    private void admit() {
        if (calls >= limits.calls()) {
            throw new RunEndedException("the run has sent all of its " + limits.calls() + " requests");
        } else if (wasted.compareTo(limits.patience()) > 0) {
            throw new RunEndedException(
                    "the server has let the run wait for " + wasted.toSeconds() + " s for responses that never came");
        }
        calls++;
        sleeper.await(limiter.pause(System.nanoTime()));
    }

    /**
     * How many requests were sent.
     *
     * @return the count
     */
    public int calls() {
        return calls;
    }

    private Exchange attempt(Request request, @Nullable Connection kept, long start, boolean keep) {
        Connection connection = kept;
        try {
            connection = kept == null ? Connection.open(baseUri, route, limits) : kept;
            Response response = connection.exchange(request, limits.response());
            if (keep && connection.reusable()) {
                idle = connection;
            } else {
                connection.close();
            }
            return new Exchange(request, response, null, since(start));
        } catch (IOException e) {
            // What is not HTTP on a kept connection can only be the rest of the response before.
            boolean began =
                    connection != null && (connection.began() || kept != null && e instanceof ProtocolException);
            return new Exchange(request, null, Failure.of(e, began, limits.response()), since(start));
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Override
    public void close() {
        Connection last = idle;
        idle = null;
        if (last != null) {
            last.close();
        }
    }
}
