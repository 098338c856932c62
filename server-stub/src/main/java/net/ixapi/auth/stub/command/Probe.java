package net.ixapi.auth.stub.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import net.ixapi.auth.openapi.document.PlainJson;
import net.ixapi.auth.server.AuthApiRoutes;
import net.ixapi.auth.server.runtime.ApiOperation;
import net.ixapi.auth.stub.Account;
import net.ixapi.auth.stub.StubServer;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;

/**
 * Asks a stub whether it serves, and does not wait for ever. By the oldest client of the Java runtime: with the classes of the
 * newest, the archive for a fast start would be a sixth larger.
 */
final class Probe {
    private static final int TIMEOUT_MILLIS = (int) Duration.ofSeconds(5).toMillis();

    private Probe() {}

    /** Whether a stub serves its contract. Nothing of it is in the stub's journal. */
    static boolean serves(URI origin) {
        try {
            return call(origin.resolve("/openapi.yaml"), null, HttpURLConnection.HTTP_OK).length > 0;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Logs in and refreshes, as a client does.
     *
     * @throws IOException if that does not work; it says why
     */
    static void test(StubServer stub) throws IOException {
        Account account = stub.account();
        Map<String, String> credentials = Map.of("api_key", account.apiKey(), "api_secret", account.apiSecret());
        String token = refreshToken(stub, AuthApiRoutes.AUTH_TOKEN_CREATE, credentials);
        refreshToken(stub, AuthApiRoutes.AUTH_TOKEN_REFRESH, Map.of("refresh_token", token));
    }

    private static String refreshToken(StubServer stub, ApiOperation operation, Map<String, String> body)
            throws IOException {
        URI address = URI.create(stub.baseUri() + operation.path());
        byte[] response = call(address, PlainJson.bytes(body), HttpURLConnection.HTTP_CREATED);
        try {
            JsonNode pair = PlainJson.read(response);
            pair.required("access_token");
            return pair.required("refresh_token").asText();
        } catch (UncheckedIOException | IllegalArgumentException e) {
            // Jackson's own message would quote a token.
            throw new IOException(address.getPath() + " brings no pair of tokens");
        }
    }

    /** A {@code POST} of the JSON, or a {@code GET} where there is none. */
    private static byte[] call(URI address, byte @Nullable [] json, int expected) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        connection.setInstanceFollowRedirects(false);
        String found = "no response";
        try {
            if (connection instanceof HttpsURLConnection https) {
                // The stub's certificate is its own; what is asked here is whether it serves, and the secrets sent are
                // its own too.
                SSLContext tls = SSLContext.getInstance("TLS");
                tls.init(null, SslContextFactory.TRUST_ALL_CERTS, null);
                https.setSSLSocketFactory(tls.getSocketFactory());
                https.setHostnameVerifier((host, session) -> true);
            }
            if (json != null) {
                send(json, connection);
            }
            int status = connection.getResponseCode();
            if (status == expected) {
                return connection.getInputStream().readAllBytes();
            }
            found = String.valueOf(status);
        } catch (IOException | GeneralSecurityException e) {
            // It makes no difference which.
        }
        throw new IOException(address.getPath() + " brings " + found);
    }

    private static void send(byte[] json, HttpURLConnection connection) throws IOException {
        connection.setDoOutput(true);
        // Otherwise it would try again when no response comes, and say nothing of it.
        connection.setFixedLengthStreamingMode(json.length);
        connection.setRequestProperty("Content-Type", "application/json");
        try (OutputStream body = connection.getOutputStream()) {
            body.write(json);
        }
    }
}
