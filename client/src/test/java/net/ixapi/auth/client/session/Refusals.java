package net.ixapi.auth.client.session;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.security.cert.CertificateException;
import java.util.Map;
import javax.net.ssl.SSLHandshakeException;
import net.ixapi.auth.client.error.ApiConnectionException;
import net.ixapi.auth.client.error.ApiException;
import net.ixapi.auth.client.error.ApiStatusException;
import net.ixapi.auth.client.error.ProblemDetails;
import net.ixapi.auth.client.error.UnreadableAnswerException;

/** What a source may throw. */
final class Refusals {
    private static final String OPERATION = "auth_token_refresh";

    private Refusals() {}

    static ApiException status(int status) {
        return ApiStatusException.of(OPERATION, status, Map.of(), ProblemDetails.NONE, null);
    }

    static ApiException neverSent() {
        return connection(new ConnectException("Connection refused"));
    }

    static ApiException certificate() {
        return connection(
                (IOException) new SSLHandshakeException("PKIX").initCause(new CertificateException("expired")));
    }

    static ApiException broken() {
        return connection(new SocketException("Connection reset"));
    }

    static ApiException unreadable() {
        return new UnreadableAnswerException(OPERATION, 201, Map.of(), "is empty");
    }

    private static ApiException connection(IOException cause) {
        return ApiConnectionException.because(OPERATION, cause);
    }
}
