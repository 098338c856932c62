package net.ixapi.auth.client.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A server on a free port that remembers what it was asked and answers as it was told; at first 204 without a body. */
public final class FakeServer implements AutoCloseable {
    /** What is answered; headers are names and values in turn. */
    public record Response(int status, String body, String... headers) {}

    private final HttpServer http;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<ReceivedRequest> requests = new CopyOnWriteArrayList<>();
    private volatile Function<ReceivedRequest, Response> answers = request -> new Response(204, "");

    public FakeServer() {
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.createContext("/", this::handle);
        http.setExecutor(threads);
        http.start();
    }

    public URI uri() {
        return uri("");
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + path);
    }

    public FakeServer answers(int status, String body, String... headers) {
        return answers(request -> new Response(status, body, headers));
    }

    public FakeServer answers(Function<ReceivedRequest, Response> answer) {
        answers = answer;
        return this;
    }

    public List<ReceivedRequest> requests() {
        return requests;
    }

    /** The one request that came. */
    public ReceivedRequest request() {
        assertThat(requests).hasSize(1);
        return requests.get(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            headers.putAll(exchange.getRequestHeaders());
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            ReceivedRequest request = new ReceivedRequest(
                    exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body);
            requests.add(request);
            send(exchange, answers.apply(request));
        }
    }

    private static void send(HttpExchange exchange, Response answer) throws IOException {
        for (int i = 0; i < answer.headers().length; i += 2) {
            exchange.getResponseHeaders().add(answer.headers()[i], answer.headers()[i + 1]);
        }
        byte[] body = answer.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}
