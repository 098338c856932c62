package net.ixapi.auth.readme;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import net.ixapi.auth.contract.targets.EmbeddedStub;
import net.ixapi.auth.templates.Answer;
import net.ixapi.auth.templates.RawHttp;

/**
 * An exchange that has more than the two operations, on a free port: the stub logs its users in, and all other paths are
 * answered to those who bring the newest access token. Whoever starts it closes it.
 */
final class Exchange implements AutoCloseable {
    private static final String BASE = "/api/v2";

    private final EmbeddedStub stub = EmbeddedStub.start();
    private final RawHttp auth = new RawHttp(stub.target().baseUri());
    private final HttpServer http;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> tokens = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();

    Exchange() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext(BASE + "/auth/", this::token);
        http.createContext("/", this::other);
        http.start();
    }

    /** What a program must find in its environment. */
    Map<String, String> environment() {
        return Map.of(
                "IX_API_HOST", "http://127.0.0.1:" + http.getAddress().getPort(),
                "IX_API_KEY", stub.target().apiKey(),
                "IX_API_SECRET", stub.target().apiSecret());
    }

    /** Refuses a token that it has issued. */
    void refuse(int times) {
        refusals.set(times);
    }

    /** Each request as {@code METHOD /path}, and with the number of the access token where it has one that was issued. */
    List<String> requests() {
        return requests;
    }

    private void token(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            requests.add(exchange.getRequestMethod() + " " + path);
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            Answer answer = auth.post(path.substring(BASE.length()), body);
            if (answer.status() == 201) {
                tokens.add(answer.text("access_token"));
            }
            exchange.getResponseHeaders()
                    .set("Content-Type", answer.header("content-type").orElse("text/plain"));
            send(exchange, answer.status(), answer.body());
        }
    }

    private void other(HttpExchange exchange) throws IOException {
        try (exchange) {
            String authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
            int number = tokens.indexOf(authorization.replaceFirst("^Bearer ", "")) + 1;
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " with token " + number);
            boolean accepted = number > 0 && number == tokens.size() && refusals.getAndDecrement() <= 0;
            send(exchange, accepted ? 200 : 401, "[]");
        }
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        http.stop(0);
        stub.close();
    }
}
