package net.ixapi.auth.contract.wire;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Ends what takes too long, since a socket's own timeout bounds neither a slow drip nor a stuck write. */
final class Deadline {
    /** What may take long. */
    @FunctionalInterface
    interface Action<T> {
        T run() throws IOException;
    }

    private Deadline() {}

    /** Does something with a socket, which is closed if that fails or takes longer. Nothing is closed afterwards. */
    static <T> T within(Duration longest, Socket socket, Action<T> action) throws IOException {
        CompletableFuture<Void> done = new CompletableFuture<>();
        CompletableFuture<Void> timer = done.orTimeout(longest.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((nothing, timeout) -> {
                    if (timeout != null) {
                        close(socket);
                    }
                });
        try {
            T result = action.run();
            if (done.complete(null)) {
                return result;
            }
            throw new SocketTimeoutException();
        } catch (IOException e) {
            close(socket);
            // What ends or fails too late is a timeout, whatever it says.
            throw done.isCompletedExceptionally() ? new SocketTimeoutException() : e;
        } finally {
            done.complete(null);
            timer.exceptionally(timeout -> null).join();
        }
    }

    static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is given up either way.
        }
    }
}
