package net.ixapi.auth.stub.fault;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Consumer;
import net.ixapi.auth.stub.clock.StubClock;
import net.ixapi.auth.stub.http.ClientSocket;
import org.jspecify.annotations.Nullable;

/** A request that has met a fault, and what the fault can do to its response. Used by one thread at a time. */
public final class Exchange {
    private static final String ATTRIBUTE = Exchange.class.getName();

    private final Context context;
    private final Fault fault;
    private final StubClock clock;
    private final int cancellations;
    private @Nullable Duration drip;
    private boolean truncated;
    private boolean unanswered;

    Exchange(Context context, Fault fault, StubClock clock, int cancellations) {
        this.context = context;
        this.fault = fault;
        this.clock = clock;
        this.cancellations = cancellations;
        context.attribute(ATTRIBUTE, this);
    }

    /**
     * The fault that a request has met.
     *
     * @param context the request
     * @return null if it has met none
     */
    public static @Nullable Exchange of(Context context) {
        return context.attribute(ATTRIBUTE);
    }

    /**
     * The fault.
     *
     * @return never null
     */
    public Fault fault() {
        return fault;
    }

    /**
     * Tells whether the client gets no response.
     *
     * @return true once its connection was reset
     */
    public boolean isUnanswered() {
        return unanswered;
    }

    /** Waits by the stub's clock. Ends the request where the stub is reset meanwhile, or the client hangs up. */
    void pause(Duration time) {
        try {
            if (clock.await(clock.instant().plus(time), cancellations, ClientSocket.of(context)::isClosedByClient)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        end(response -> resetConnection());
    }

    /** The body that the stub would send. */
    byte[] body() {
        try (InputStream body = context.resultInputStream()) {
            return body == null ? new byte[0] : body.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Context context() {
        return context;
    }

    /** Lets the response come byte by byte, with a pause before each. */
    void drip(Duration pause) {
        drip = pause;
    }

    /** Lets the response end halfway, with the connection. */
    void truncate() {
        truncated = true;
    }

    /** Sends the response where it is to come byte by byte or in part, as the other faults have left it. */
    void send() {
        if (drip == null && !truncated) {
            return;
        }
        byte[] body = body();
        try {
            send(body, truncated ? body.length / 2 : body.length);
        } catch (IOException e) {
            // The client did not wait so long.
            truncated = true;
        }
        if (truncated) {
            ClientSocket.of(context).close();
        }
    }

    /** Sends the start of a body, and says that it is as long as the whole. */
    private void send(byte[] body, int end) throws IOException {
        context.res().setContentLength(body.length);
        for (int i = 0; i < end; i++) {
            pause(drip == null ? Duration.ZERO : drip);
            context.res().getOutputStream().write(body[i]);
            context.res().flushBuffer();
        }
        context.result(new byte[0]);
    }

    /** Ends the request before its operation is called. */
    void end(Consumer<Context> response) {
        throw new FaultException(response);
    }

    /** The client gets no response at all. */
    void resetConnection() {
        unanswered = true;
        ClientSocket.of(context).reset();
    }
}
