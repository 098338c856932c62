package net.ixapi.auth.client.error;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** No response came: the server could not be reached, or the connection broke. It may or may not have acted. */
public sealed class ApiConnectionException extends ApiException permits ApiTimeoutException {
    private static final long serialVersionUID = 1L;

    private final boolean sent;

    ApiConnectionException(String operation, String message, Throwable cause, boolean sent) {
        super(operation, message, cause);
        this.sent = sent;
    }

    @Override
    public ApiConnectionException forCaller() {
        return new ApiConnectionException(operation(), getMessage(), this, sent);
    }

    /**
     * The exception for a failure of the network.
     *
     * @param operation the {@code operationId} that was called
     * @param cause what went wrong; its words are left out unless it is the JDK's own, since they may quote the response
     * @param sent whether a byte of the request may have left
     * @return a timeout, if the cause is a {@link SocketTimeoutException}
     */
    public static ApiConnectionException because(String operation, IOException cause, boolean sent) {
        if (cause instanceof SocketTimeoutException) {
            return new ApiTimeoutException(operation, operation + ": no response in time: " + cause, cause, sent);
        }
        boolean quoted = speaksOfTheNetwork(cause);
        String words = quoted ? cause.toString() : cause.getClass().getName();
        return new ApiConnectionException(
                operation, operation + ": no response: " + words, quoted ? cause : wordless(cause), sent);
    }

    /**
     * Whether the same request, sent again later, may succeed.
     *
     * @return false where the server's certificate was refused: somebody has to mend that; true otherwise
     */
    @Override
    public boolean isRetryable() {
        return Stream.<Throwable>iterate(this, Objects::nonNull, Throwable::getCause)
                .noneMatch(
                        cause -> cause instanceof SSLPeerUnverifiedException || cause instanceof CertificateException);
    }

    @Override
    public boolean mayHaveBeenProcessed() {
        return sent;
    }

    /** What the JDK says of hosts, ports and certificates helps; what others say may quote the response. */
    private static boolean speaksOfTheNetwork(IOException cause) {
        return cause instanceof SocketException
                || cause instanceof UnknownHostException
                || cause instanceof SSLException
                || cause instanceof InterruptedIOException;
    }

    /** The same chain of classes and places, without a word. */
    private static IOException wordless(Throwable cause) {
        IOException wordless = new IOException(
                cause.getClass().getName(), cause.getCause() == null ? null : wordless(cause.getCause()));
        wordless.setStackTrace(cause.getStackTrace());
        return wordless;
    }
}
