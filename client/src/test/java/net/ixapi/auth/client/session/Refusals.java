package net.ixapi.auth.client.session;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.security.cert.CertificateException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLHandshakeException;
import net.ixapi.auth.client.error.ApiConnectionException;
import net.ixapi.auth.client.error.ApiException;
import net.ixapi.auth.client.error.ApiStatusException;
import net.ixapi.auth.client.error.ErrorResponse;
import net.ixapi.auth.client.error.InvalidResponseException;
import net.ixapi.auth.client.error.ProblemDetails;

/** What a source may throw. */
final class Refusals {
    private static final String OPERATION = "auth_token_refresh";

    private Refusals() {}

    static ApiException status(int status) {
        return ApiStatusException.of(
                new ErrorResponse(OPERATION, status, Map.of(), ProblemDetails.NONE, null, Instant.EPOCH));
    }

    /** A refusal of the API, which a proxy does not write. */
    static ApiException problem(int status) {
        ProblemDetails details =
                new ProblemDetails("https://errors.ix-api.net/v2/problem.html", "T", null, null, List.of());
        return ApiStatusException.of(new ErrorResponse(OPERATION, status, Map.of(), details, null, Instant.EPOCH));
    }

    static ApiException html(int status) {
        Map<String, List<String>> headers = Map.of("Content-Type", List.of("Text/HTML;charset=utf-8"));
        return ApiStatusException.of(
                new ErrorResponse(OPERATION, status, headers, ProblemDetails.NONE, null, Instant.EPOCH));
    }

    static ApiException retryAfter(long seconds) {
        Map<String, List<String>> headers = Map.of("Retry-After", List.of("" + seconds));
        return ApiStatusException.of(
                new ErrorResponse(OPERATION, 503, headers, ProblemDetails.NONE, null, Instant.EPOCH));
    }

    static ApiException neverSent() {
        return ApiConnectionException.because(OPERATION, new ConnectException("Connection refused"), false);
    }

    static ApiException certificate() {
        IOException cause = new SSLHandshakeException("PKIX");
        cause.initCause(new CertificateException("expired"));
        return ApiConnectionException.because(OPERATION, cause, false);
    }

    static ApiException broken() {
        return ApiConnectionException.because(OPERATION, new SocketException("Connection reset"), true);
    }

    static ApiException unreadable() {
        return new InvalidResponseException(OPERATION, 201, Map.of(), "is empty");
    }
}
