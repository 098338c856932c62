package net.ixapi.auth.contract.run;

import static net.ixapi.auth.contract.broken.Responses.body;
import static net.ixapi.auth.contract.broken.Responses.status;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import net.ixapi.auth.contract.broken.Behaviour;
import net.ixapi.auth.contract.broken.BrokenServer;
import net.ixapi.auth.contract.broken.Responses;
import net.ixapi.auth.contract.document.OpenApiDocument;
import net.ixapi.auth.contract.engine.Options;
import net.ixapi.auth.contract.findings.Occurrences;
import net.ixapi.auth.contract.targets.ContractTarget;
import net.ixapi.auth.contract.wire.Response;
import net.ixapi.auth.contract.wire.Route;
import net.ixapi.auth.stub.Account;
import net.ixapi.auth.stub.StubServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a server does with key, secret and tokens: nobody finds them in what a run leaves behind, nor most of one of them. */
class SecretsCanaryTest {
    private static final String KEY = "Kq7wZr2mXv9tBn4c";
    private static final String SECRET =
            "Wd3fJ8sLq1PzRt6yUv0xKb5nMh2gCe7aXo4iQw9rTs1dFg3hJk5lZx7cVb8nNm0qWe2rTy4uIo6pAs9dFg1h7Q";
    /** So much of a secret, and it is no secret any more. */
    private static final int PIECE = 8;

    @AutoClose
    private static final StubServer STUB =
            StubServer.builder().account(new Account("canary", KEY, SECRET)).start();

    private static final ContractTarget TARGET = new ContractTarget(STUB.baseUri(), KEY, SECRET);

    private final Set<String> tokens = ConcurrentHashMap.newKeySet();

    @TempDir
    private Path folder;

    @Tag("long")
    @ParameterizedTest(name = "{0}")
    @MethodSource("servers")
    void nothingIsLeftBehind(String name, UnaryOperator<Response> change) throws IOException {
        assertNothingIsLeftBehind(change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("firstServers")
    void nothingIsLeftBehindByTheFirst(String name, UnaryOperator<Response> change) throws IOException {
        assertNothingIsLeftBehind(change);
    }

    private void assertNothingIsLeftBehind(UnaryOperator<Response> change) throws IOException {
        String seen;
        try (BrokenServer server = new BrokenServer(TARGET, recording(change))) {
            Outcome outcome = Outcome.against(server.target(), "--report", folder.toString());
            seen = outcome.all()
                    + Files.readString(folder.resolve("index.html"))
                    + Files.readString(folder.resolve("report.json"))
                    + Files.readString(folder.resolve("junit.xml"));
        }

        assertThat(tokens).hasSizeGreaterThan(10);
        assertThat(Occurrences.of(pieces(), seen.toLowerCase(Locale.ROOT))).isEmpty();
        assertThat(seen).contains("violation AUTH-");
    }

    @Test
    void aLongTitleEndsWithNoHalfOfASecret() throws Exception {
        Behaviour titles = Behaviour.answers(401, response -> text(response, longTitle(response)));
        try (BrokenServer server = new BrokenServer(TARGET, titles)) {
            String seen = Outcome.against(server.target(), "--only", "observations", "--report", folder.toString())
                            .all()
                    + Files.readString(folder.resolve("report.json"));

            assertThat(Occurrences.of(pieces(), seen.toLowerCase(Locale.ROOT))).isEmpty();
            assertThat(seen).contains("a problem says: title 'xxx");
        }
    }

    /** A part of eight characters is found, so that nothing may cut off one of them. */
    @ParameterizedTest
    @ValueSource(strings = {"(?!.*" + KEY + ").*api_secret\":\"[^\"]+u0000.*", ".*ud83d.*"})
    void whatIsNearlyAKeyShowsNothingOfIt(String body) throws Exception {
        Behaviour faults = Behaviour.when(
                request -> request.body().matches(body), request -> new Response(500, List.of(), new byte[0]));
        try (BrokenServer server = new BrokenServer(TARGET, faults)) {
            String seen = Outcome.against(server.target(), "--only", "no-server-error", "--report", folder.toString())
                            .all()
                    + Files.readString(folder.resolve("report.json"));

            assertThat(IntStream.range(0, KEY.length() - 4).mapToObj(i -> KEY.substring(i, i + 5)))
                    .noneMatch(seen::contains);
            assertThat(seen).contains("a server fault (500)");
        }
    }

    @Test
    void aServerThatIsNotAvailableNamesNoSecret() {
        Behaviour busy =
                (request, good) -> header(status(503).apply(good.apply(request)), "Retry-After", "\u001b[2J" + SECRET);
        try (BrokenServer server = new BrokenServer(TARGET, busy)) {
            ContractRun run = new ContractRun(
                            OpenApiDocument.ofTheContract(), Options.DEFAULT, Route.DIRECT, progress -> {})
                    .by(Clock.systemUTC(), time -> {});

            assertThat(run.against(server.target()).sentence())
                    .endsWith("is not available now: it responds with 503 and Retry-After \uFFFD[2J$IX_API_SECRET");
        }
    }

    static List<Object[]> firstServers() {
        return servers().subList(0, 3);
    }

    static List<Object[]> servers() {
        return List.of(
                server(
                        "a server that refuses nothing",
                        response -> response.status() == 401 ? status(200).apply(response) : response),
                server("a server that faults", status(500)),
                server("bodies", response -> text(response, "{\"echo\":\"" + secrets(response) + "\"}")),
                server(
                        "problem types",
                        response -> text(response, "{\"type\":\"https://x/" + secrets(response) + "\"}")),
                server(
                        "titles",
                        response ->
                                text(response, "{\"type\":\"about:blank\",\"title\":\"" + secrets(response) + "\"}")),
                server(
                        "pages",
                        response -> header(text(response, "<b>" + secrets(response)), "Content-Type", "text/html")),
                server("a part of the secret", response -> text(response, "no user has " + SECRET.substring(7, 50))),
                server("Basic", response -> header(response, "X-Echo", "Basic " + base64(KEY + ":" + SECRET))),
                server("headers", response -> header(response, "X-Echo", secrets(response))),
                server("names of headers", response -> header(response, SECRET, "x")),
                server("cookies", response -> header(response, "Set-Cookie", "session=" + secrets(response))),
                server("methods", response -> header(response, "Allow", secrets(response))),
                server("media types", response -> header(response, "Content-Type", "application/" + secrets(response))),
                server("encodings", response -> header(response, "Content-Encoding", secrets(response))));
    }

    /** Cut off by whoever cuts such a text before it is clean, it would end with half a secret. */
    private static String longTitle(Response response) {
        return "{\"type\":\"about:blank\",\"title\":\"" + "x".repeat(130) + secrets(response) + "\"}";
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String secrets(Response response) {
        return KEY + "/" + SECRET + "/" + response.property("access_token");
    }

    /** The good server's tokens are the ones that nobody may see. */
    private Behaviour recording(UnaryOperator<Response> change) {
        return (request, good) -> {
            Response response = good.apply(request);
            for (String property : List.of("access_token", "refresh_token")) {
                String token = response.property(property);
                if (!token.isEmpty()) {
                    tokens.add(token);
                }
            }
            // Without a log-in the run would be over at once.
            return response.status() == 201 && request.isLogIn() && tokens.size() < 20
                    ? response
                    : shown(change.apply(response));
        };
    }

    /** With something that is wrong, so that the report shows the whole answer. */
    private static Response shown(Response response) {
        return response.status() == 401 ? status(418).apply(response) : response;
    }

    private Set<String> pieces() {
        Set<String> pieces = new TreeSet<>();
        addPieces(KEY, pieces);
        addPieces(SECRET, pieces);
        addPieces(base64(KEY + ":" + SECRET.substring(0, 80)), pieces);
        tokens.forEach(token -> addPieces(token.substring(token.lastIndexOf('.') + 1), pieces));
        return pieces;
    }

    private static void addPieces(String secret, Set<String> pieces) {
        for (int i = 0; i + PIECE <= secret.length(); i++) {
            pieces.add(secret.substring(i, i + PIECE).toLowerCase(Locale.ROOT));
        }
    }

    private static Object[] server(String name, UnaryOperator<Response> change) {
        return new Object[] {name, change};
    }

    private static Response text(Response response, String text) {
        return body(old -> text).apply(response);
    }

    private static Response header(Response response, String name, String value) {
        return Responses.header(name, value).apply(response);
    }
}
