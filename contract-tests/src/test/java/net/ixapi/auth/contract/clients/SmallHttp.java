package net.ixapi.auth.contract.clients;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.ssl.TrustAllStrategy;
import org.apache.hc.core5.ssl.SSLContexts;

/** Sends the requests of a {@link SmallClient}, within its time and as often as its habits say. */
final class SmallHttp {
    record Response(int statusCode, String body, Optional<String> retryAfter) {}

    private final Habits habits;
    private final HttpClient http;

    SmallHttp(Habits habits) {
        this.habits = habits;
        HttpClient.Builder builder = HttpClient.newBuilder();
        this.http = (habits.trustsAll ? builder.sslContext(trustingAll()) : builder).build();
    }

    private static SSLContext trustingAll() {
        try {
            return SSLContexts.custom()
                    .loadTrustMaterial(TrustAllStrategy.INSTANCE)
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Again after 429 and 503. */
    Response send(HttpRequest.Builder request) throws Exception {
        HttpRequest built = (habits.accept.isEmpty() ? request : request.header("Accept", habits.accept)).build();
        Response response = once(built);
        for (int i = 1; i < habits.attempts && (response.statusCode() == 429 || response.statusCode() == 503); i++) {
            Duration backoff = habits.backoff.multipliedBy(i);
            Thread.sleep(
                    response.retryAfter().map(habits.retryAfter).orElse(backoff).toMillis());
            response = once(built);
        }
        return response;
    }

    private Response once(HttpRequest request) throws Exception {
        CompletableFuture<HttpResponse<InputStream>> sent = sendAsync(request);
        try {
            return sent.thenApplyAsync(this::read).get(habits.timeout.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            sent.thenAccept(SmallHttp::close);
        }
    }

    /** Takes all headers along to another host, as many clients do; the JDK's own does not any more since release 25. */
    private CompletableFuture<HttpResponse<InputStream>> sendAsync(HttpRequest request) {
        CompletableFuture<HttpResponse<InputStream>> sent = http.sendAsync(request, BodyHandlers.ofInputStream());
        return !habits.followsRedirects ? sent : sent.thenCompose(response -> followed(request, response));
    }

    private CompletableFuture<HttpResponse<InputStream>> followed(
            HttpRequest request, HttpResponse<InputStream> response) {
        return response.headers()
                .firstValue("Location")
                .map(to -> HttpRequest.newBuilder(request, (name, value) -> true)
                        .uri(URI.create(to))
                        .build())
                .map(this::sendAsync)
                .orElse(CompletableFuture.completedFuture(response));
    }

    /** A timeout closes it while it is read. */
    private static void close(HttpResponse<InputStream> response) {
        try {
            response.body().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Response read(HttpResponse<InputStream> response) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (InputStream stream = response.body()) {
            stream.transferTo(body);
        } catch (IOException e) {
            if (!habits.readsHalves) {
                throw new UncheckedIOException(e);
            }
        }
        return new Response(
                response.statusCode(),
                body.toString(StandardCharsets.UTF_8),
                response.headers().firstValue("Retry-After"));
    }

    static Duration wait(String retryAfter) {
        return retryAfter.matches("\\d+")
                ? Duration.ofSeconds(Long.parseLong(retryAfter))
                : Duration.between(
                        Instant.now(), ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME));
    }
}
