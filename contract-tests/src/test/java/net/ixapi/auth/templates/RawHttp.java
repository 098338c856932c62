package net.ixapi.auth.templates;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Sends requests as they are given, wrong ones too. Immutable and safe for many threads. */
public final class RawHttp {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();

    private final URI baseUri;

    /**
     * Requests to one server.
     *
     * @param baseUri the address that all paths are relative to
     */
    public RawHttp(URI baseUri) {
        this.baseUri = baseUri;
    }

    /**
     * Sends JSON, or what pretends to be.
     *
     * @param path the path, relative to the base address
     * @param body the body, sent as {@code application/json}
     * @return the answer
     */
    public Answer post(String path, String body) {
        return post(path, body, "Content-Type", "application/json");
    }

    /**
     * Sends a body with headers of the caller's choice.
     *
     * @param path the path, relative to the base address
     * @param body the body
     * @param headers names and values in turn
     * @return the answer
     */
    public Answer post(String path, String body, String... headers) {
        return send("POST", path, BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.UTF_8)), headers);
    }

    /**
     * Sends a request without a body.
     *
     * @param method the HTTP method
     * @param path the path, relative to the base address
     * @return the answer
     */
    public Answer bare(String method, String path) {
        return send(method, path, BodyPublishers.noBody());
    }

    private Answer send(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address(path)).timeout(PATIENCE).method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers().map(), response.body());
        } catch (IOException e) {
            throw new AssertionError(method + " " + path + " brought no answer: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(method + " " + path + " was interrupted");
        }
    }

    private URI address(String path) {
        String base = baseUri.toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }
}
