package net.ixapi.auth.contract.broken;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.ixapi.auth.contract.document.OpenApiDocument;
import net.ixapi.auth.contract.engine.Options;
import net.ixapi.auth.contract.report.Report;
import net.ixapi.auth.contract.run.ContractRun;
import net.ixapi.auth.contract.targets.ContractTarget;
import net.ixapi.auth.contract.targets.EmbeddedStub;
import net.ixapi.auth.contract.wire.Framing;
import net.ixapi.auth.contract.wire.Header;
import net.ixapi.auth.contract.wire.Limits;
import net.ixapi.auth.contract.wire.Request;
import net.ixapi.auth.contract.wire.Response;
import net.ixapi.auth.contract.wire.Route;
import net.ixapi.auth.contract.wire.Sleeper;
import net.ixapi.auth.contract.wire.Wire;

/** A good server behind a bad one. */
public final class BrokenServer implements AutoCloseable {
    static {
        // Without it, the JDK's server waits 40 ms before each body.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    /** What the JDK's server writes itself, or what belongs to the connection. */
    private static final Set<String> NOT_PASSED =
            Set.of("content-length", "transfer-encoding", "date", "connection", "host");

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ContractTarget good;
    private final Behaviour behaviour;
    private final Wire wire;
    private final HttpServer server;

    public BrokenServer(ContractTarget good, Behaviour behaviour) {
        this.good = good;
        this.behaviour = behaviour;
        this.wire = new Wire(good.baseUri().resolve("/"), Route.DIRECT, Limits.DEFAULT, Sleeper.REAL);
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    public ContractTarget target() {
        URI bad = URI.create("http://127.0.0.1:" + server.getAddress().getPort()
                + good.baseUri().getPath());
        return new ContractTarget(bad, good.apiKey(), good.apiSecret(), good.second());
    }

    /** Moves the clock of the good server instead of waiting. */
    public Report run(EmbeddedStub stub, Options options) {
        return new ContractRun(OpenApiDocument.ofTheContract(), options, Route.DIRECT, progress -> {})
                .by(stub.clock(), stub::advance)
                .against(target());
    }

    /** Byte for byte, since broken requests must arrive as broken as they were. */
    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
        Received request = new Received(
                exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body);
        Response response = behaviour.response(request, this::askGood);
        write(exchange, response);
    }

    private static void write(HttpExchange exchange, Response response) throws IOException {
        if (response.status() == 0) {
            // A broken server's way to say nothing.
            exchange.close();
            return;
        }
        for (Header header : response.headers()) {
            if (!NOT_PASSED.contains(header.name().toLowerCase(Locale.ROOT))) {
                exchange.getResponseHeaders().add(header.name(), header.value());
            }
        }
        byte[] body = response.body();
        exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    /** One request at a time: the wire to the good server is not safe for several threads. */
    private synchronized Response askGood(Received request) {
        List<Header> headers = new ArrayList<>();
        request.headers().forEach((name, value) -> {
            if (!NOT_PASSED.contains(name.toLowerCase(Locale.ROOT))) {
                headers.add(new Header(name, value));
            }
        });
        byte[] body = request.body().getBytes(StandardCharsets.ISO_8859_1);
        boolean framed = request.headers().containsKey("content-length")
                || request.headers().containsKey("transfer-encoding");
        return Objects.requireNonNull(wire.send(new Request(
                        request.method(), request.path(), headers, body, framed ? Framing.LENGTH : Framing.NONE))
                .response());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        wire.close();
    }
}
