package net.ixapi.auth.client.runtime;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;

/** What HttpClient throws, in the JDK's terms. */
final class NetworkFailure {
    private NetworkFailure() {}

    static IOException of(Exception thrown) {
        if (thrown instanceof ConnectionRequestTimeoutException) {
            // HttpClient calls it an interruption.
            return caused(new SocketTimeoutException("no connection became free"), thrown);
        }
        // What is no IOException comes to a thread that is interrupted while it waits for a connection, or finds none
        // to ask.
        return thrown instanceof IOException failure
                ? failure
                : caused(new InterruptedIOException("the client was closed or the thread interrupted"), thrown);
    }

    private static IOException caused(IOException failure, Exception cause) {
        failure.initCause(cause);
        return failure;
    }
}
