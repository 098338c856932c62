package net.ixapi.auth.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import net.ixapi.auth.client.session.Jwts;

/** A server on a free port whose tokens live five minutes by the given clock. It can fail every second refresh. */
final class TokenServer implements AutoCloseable {
    static final Duration LIFETIME = Duration.ofMinutes(5);

    private final Clock clock;
    private final HttpServer http;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Long> expiries = new ConcurrentHashMap<>();
    private final AtomicInteger logIns = new AtomicInteger();
    private final AtomicInteger refreshes = new AtomicInteger();
    private volatile int failure;

    TokenServer(Clock clock) {
        this.clock = clock;
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.createContext("/api/v2/auth/token", exchange -> answer(exchange, logIns.incrementAndGet(), false));
        http.createContext("/api/v2/auth/refresh", exchange -> answer(exchange, refreshes.incrementAndGet(), true));
        http.setExecutor(threads);
        http.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    TokenServer failsEverySecondRefreshWith(int status) {
        failure = status;
        return this;
    }

    int logIns() {
        return logIns.get();
    }

    int refreshes() {
        return refreshes.get();
    }

    boolean isValid(String token) {
        return clock.millis() < expiries.getOrDefault(token, 0L);
    }

    private void answer(HttpExchange exchange, int number, boolean mayFail) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            if (mayFail && failure > 0 && number % 2 == 1) {
                exchange.sendResponseHeaders(failure, -1);
                return;
            }
            long now = clock.millis();
            String token = Jwts.issued(now, now + LIFETIME.toMillis());
            expiries.put(token, now + LIFETIME.toMillis());
            byte[] body = "{\"access_token\": \"%s\", \"refresh_token\": \"r\"}"
                    .formatted(token)
                    .getBytes(UTF_8);
            exchange.sendResponseHeaders(201, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}
