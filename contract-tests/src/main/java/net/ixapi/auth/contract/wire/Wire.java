package net.ixapi.auth.contract.wire;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * The way to one server. Sends requests as they are given, wrong ones too, and never follows a redirect. A server that hangs,
 * drips or never ends costs no more than the limits say. Safe for many threads; whoever makes it closes it.
 */
public final class Wire implements AutoCloseable {
    private final URI baseUri;
    private final SSLSocketFactory tls;
    private final Limits limits;
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
    private final AtomicInteger calls = new AtomicInteger();

    /**
     * The way to a server.
     *
     * @param baseUri the address that all paths are relative to
     * @param tls makes the sockets of https
     * @param limits what the server may cost
     */
    public Wire(URI baseUri, SSLSocketFactory tls, Limits limits) {
        this.baseUri = baseUri;
        this.tls = tls;
        this.limits = limits;
    }

    /**
     * Sends a request.
     *
     * @param request the request
     * @return what came of it; never null, and never later than the limits allow
     */
    public Exchange send(Request request) {
        calls.incrementAndGet();
        long start = System.nanoTime();
        Connection kept = idle.pollFirst();
        Exchange exchange = attempt(request, kept, start);
        // A kept connection that the server has closed meanwhile says nothing about this request.
        return kept != null && exchange.answer() == null ? attempt(request, null, start) : exchange;
    }

    /**
     * How many requests were sent.
     *
     * @return the count
     */
    public int calls() {
        return calls.get();
    }

    private Exchange attempt(Request request, @Nullable Connection kept, long start) {
        Connection connection = kept;
        try {
            connection = kept == null ? Connection.open(baseUri, tls, limits) : kept;
            Answer answer = within(connection, request);
            giveBack(connection);
            return new Exchange(request, answer, null, since(start));
        } catch (IOException e) {
            if (connection != null) {
                connection.close();
            }
            return Exchange.failed(request, words(e), since(start));
        }
    }

    /** A timer closes the connection, since a socket's own timeout bounds neither a slow drip nor a stuck write. */
    private Answer within(Connection connection, Request request) throws IOException {
        CompletableFuture<Void> end = new CompletableFuture<>();
        CompletableFuture<Void> timer = end.orTimeout(limits.answer().toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((nothing, timeout) -> {
                    if (timeout != null) {
                        connection.close();
                    }
                });
        try {
            return connection.exchange(request, baseUri);
        } catch (SocketException e) {
            throw end.isCompletedExceptionally() ? new SocketTimeoutException() : e;
        } finally {
            end.complete(null);
            timer.exceptionally(timeout -> null).join();
        }
    }

    private void giveBack(Connection connection) {
        if (connection.reusable()) {
            idle.addFirst(connection);
        } else {
            connection.close();
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** The words of the JDK for some of these tell a reader nothing. */
    private String words(IOException e) {
        if (e instanceof NotHttpException || e instanceof EOFException) {
            return e.getMessage();
        } else if (e instanceof SocketTimeoutException) {
            return "no whole answer within " + limits.answer().toMillis() + " ms";
        } else if (e instanceof UnknownHostException) {
            return "the host name is unknown";
        } else if (e instanceof ConnectException) {
            return "the connection was refused";
        } else if (e instanceof SSLException) {
            return "TLS failed: " + e.getMessage();
        }
        return "the connection was reset (" + e.getMessage() + ")";
    }

    @Override
    public void close() {
        for (Connection connection = idle.poll(); connection != null; connection = idle.poll()) {
            connection.close();
        }
    }
}
