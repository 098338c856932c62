package net.ixapi.auth.stub.fault;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import net.ixapi.auth.stub.clock.StubClock;
import net.ixapi.auth.stub.http.ClientSocket;

/** What a fault can do to a request's response. Used by one thread at a time. */
final class Exchange {
    private final Context context;
    private final StubClock clock;
    private final int cancellations;
    private final ClientSocket client;

    Exchange(Context context, StubClock clock, int cancellations) {
        this.context = context;
        this.clock = clock;
        this.cancellations = cancellations;
        this.client = ClientSocket.of(context);
    }

    /** Waits by the stub's clock. Ends the request where the stub is reset meanwhile, or the client hangs up. */
    void pause(Duration time) {
        try {
            if (!clock.await(clock.instant().plus(time), cancellations, client::isClosedByClient)) {
                throw new FaultException(context -> resetConnection());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FaultException(context -> resetConnection());
        }
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

    /** Sends the start of a body that is said to be longer. */
    void send(byte[] body, int end) {
        try {
            context.res().setContentLength(body.length);
            context.res().getOutputStream().write(body, 0, end);
            context.res().flushBuffer();
            context.result(new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void sendSlowly(byte[] body, Duration pause) {
        try {
            context.res().setContentLength(body.length);
            for (byte part : body) {
                pause(pause);
                context.res().getOutputStream().write(part);
                context.res().flushBuffer();
            }
            context.result(new byte[0]);
        } catch (IOException e) {
            // The client did not wait so long.
            closeConnection();
        }
    }

    void closeConnection() {
        client.close();
    }

    /** The client gets no response at all. */
    void resetConnection() {
        context.attribute(FaultFilter.UNANSWERED, true);
        client.reset();
    }
}
