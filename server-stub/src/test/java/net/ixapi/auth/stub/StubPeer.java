package net.ixapi.auth.stub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.ixapi.auth.model.AuthToken;

/** A client of a stub that checks what it is answered, and hides nothing. */
public final class StubPeer {
    private static final String TYPES = "https://errors.ix-api.net/v2/";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** A server that has not answered by then never will. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI baseUri;

    public StubPeer(URI baseUri) {
        this.baseUri = baseUri;
    }

    public StubPeer(StubServer stub) {
        this(stub.baseUri());
    }

    public HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(baseUri + path)).timeout(PATIENCE);
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    public HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        return send(to(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    public HttpResponse<String> login(String key, String secret) throws IOException, InterruptedException {
        return post("/auth/token", JSON.writeValueAsString(Map.of("api_key", key, "api_secret", secret)));
    }

    public AuthToken login() throws IOException, InterruptedException {
        return pair(login(Credentials.KEY, Credentials.SECRET));
    }

    public HttpResponse<String> refresh(String token) throws IOException, InterruptedException {
        return post("/auth/refresh", JSON.writeValueAsString(Map.of("refresh_token", token)));
    }

    /** The tokens of a success. */
    public static AuthToken pair(HttpResponse<String> response) throws JsonProcessingException {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        assertThat(response.headers().allValues("Content-Type")).containsExactly("application/json");
        return JSON.readValue(response.body(), AuthToken.class);
    }

    /** Checks that the answer is a problem of the status, whose type is the file name. */
    public static JsonNode assertProblem(HttpResponse<String> response, int status, String type)
            throws JsonProcessingException {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().allValues("Content-Type")).containsExactly("application/json");
        JsonNode problem = JSON.readTree(response.body());
        assertThat(problem.get("type").textValue()).isEqualTo(type.contains(":") ? type : TYPES + type);
        assertThat(problem.get("status").intValue()).isEqualTo(status);
        assertThat(problem.get("title").textValue()).isNotBlank();
        return problem;
    }

    /** What a 400 says of each property. */
    public static List<String> violations(HttpResponse<String> response) throws JsonProcessingException {
        return assertProblem(response, 400, "validation-error.html")
                .get("properties")
                .valueStream()
                .map(property -> property.get("name").textValue() + " "
                        + property.get("reason").textValue())
                .toList();
    }
}
