package net.ixapi.auth.stub.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to a stub, and does not wait for ever. By the oldest client of the Java runtime: with the classes of the newest,
 * the archive for a fast start would be a sixth larger. Immutable.
 */
final class StubCaller {
    private static final int PATIENCE_MILLIS = (int) Duration.ofSeconds(5).toMillis();

    private StubCaller() {}

    /** An answer; the body is that of a success only. */
    record Answer(int status, byte[] body) {}

    /** A {@code POST} of the JSON, or a {@code GET} where there is none. Null where no answer comes. */
    static @Nullable Answer call(URI address, byte @Nullable [] json) {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            connection.setInstanceFollowRedirects(false);
            if (json != null) {
                send(json, connection);
            }
            return answer(connection);
        } catch (IOException e) {
            return null;
        }
    }

    private static void send(byte[] json, HttpURLConnection connection) throws IOException {
        connection.setDoOutput(true);
        // Otherwise it would try again when no answer comes, and say nothing of it.
        connection.setFixedLengthStreamingMode(json.length);
        connection.setRequestProperty("Content-Type", "application/json");
        try (OutputStream body = connection.getOutputStream()) {
            body.write(json);
        }
    }

    private static @Nullable Answer answer(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        if (status < 0) {
            // It is not HTTP.
            return null;
        } else if (status >= HttpURLConnection.HTTP_BAD_REQUEST) {
            return new Answer(status, new byte[0]);
        }
        try (InputStream body = connection.getInputStream()) {
            return new Answer(status, body.readAllBytes());
        }
    }
}
