package net.ixapi.auth.server.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import net.ixapi.auth.openapi.document.PlainJson;

/** Hand-made routes below {@code /api} on a free port, and a client of them. */
final class TestApi implements AutoCloseable {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** A server that has not answered by then never will. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Javalin javalin;

    private TestApi(Javalin javalin) {
        this.javalin = javalin;
    }

    static TestApi of(ApiRoute... routes) {
        return of(new TestProblems(), routes);
    }

    static TestApi of(Problems problems, ApiRoute... routes) {
        return of(problems, config -> {}, routes);
    }

    static TestApi of(Consumer<JavalinConfig> settings, ApiRoute... routes) {
        return of(new TestProblems(), settings, routes);
    }

    private static TestApi of(Problems problems, Consumer<JavalinConfig> settings, ApiRoute... routes) {
        Javalin javalin = Javalin.create(config -> {
            JavalinApi.install(config, "/api", List.of(routes), problems);
            settings.accept(config);
        });
        return new TestApi(javalin.start("127.0.0.1", 0));
    }

    static ApiRoute route(String method, String path, String status, ApiRoute.Handler handler) {
        return route(method, path, status, List.of(JavalinApi.JSON), handler);
    }

    /** With a body of any of the given media types, which may hold any JSON. */
    static ApiRoute route(String method, String path, String status, List<String> consumes, ApiRoute.Handler handler) {
        return TestDocument.route(new ApiOperation("test_operation", method, path), status, consumes, handler, null);
    }

    int port() {
        return javalin.port();
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/api" + path))
                .timeout(PATIENCE);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(to(path));
    }

    HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        return send(to(path).header("Content-Type", JavalinApi.JSON).POST(BodyPublishers.ofString(json)));
    }

    CompletableFuture<HttpResponse<String>> sendAsync(HttpRequest.Builder request) {
        return CLIENT.sendAsync(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    static JsonNode json(HttpResponse<String> response) {
        assertThat(response.headers().allValues("Content-Type")).containsExactly(JavalinApi.JSON);
        return PlainJson.read(response.body());
    }

    /** What a 400 says of each error, in its order. */
    static List<String> violations(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(400);
        return json(response)
                .get("errors")
                .valueStream()
                .map(error -> error.get("name").textValue() + " "
                        + error.get("reason").textValue())
                .toList();
    }

    /** The detail of an answer that is a problem of the given status, with the right title. */
    static String detail(HttpResponse<String> response, int status, String title) {
        assertThat(response.statusCode()).isEqualTo(status);
        JsonNode problem = json(response);
        assertThat(problem.get("status").intValue()).isEqualTo(status);
        assertThat(problem.get("title").textValue()).isEqualTo(title);
        return problem.get("detail").textValue();
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
