package net.ixapi.auth.contract.run;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import net.ixapi.auth.contract.http.Answer;
import net.ixapi.auth.contract.targets.ContractTarget;

/** Passes requests on to a good server, and changes its answers. */
final class DefectiveServer implements AutoCloseable {
    static {
        // Without it, the JDK's server waits 40 ms before each body.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpClient client = HttpClient.newHttpClient();
    private final ContractTarget good;
    private final UnaryOperator<Answer> defect;
    private final HttpServer server;

    DefectiveServer(ContractTarget good, UnaryOperator<Answer> defect) {
        this.good = good;
        this.defect = defect;
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::passOn);
        server.start();
    }

    ContractTarget target() {
        URI uri = good.baseUri();
        String bad = "http://127.0.0.1:" + server.getAddress().getPort() + uri.getPath();
        return new ContractTarget(URI.create(bad), good.apiKey(), good.apiSecret());
    }

    private void passOn(HttpExchange exchange) throws IOException {
        Answer answer = defect.apply(askGood(exchange));
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        for (String name : List.of("allow", "content-type")) {
            answer.header(name).ifPresent(value -> exchange.getResponseHeaders().set(name, value));
        }
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private Answer askGood(HttpExchange exchange) throws IOException {
        URI uri = good.baseUri().resolve(exchange.getRequestURI());
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .method(
                        exchange.getRequestMethod(),
                        HttpRequest.BodyPublishers.ofByteArray(
                                exchange.getRequestBody().readAllBytes()));
        String contentType = exchange.getRequestHeaders().getFirst("Content-Type");
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers().map(), response.body());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
