package net.ixapi.auth.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.ixapi.auth.stub.StubServer;
import net.ixapi.auth.templates.Compilation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** What the README says of the stub, compared with what it does. */
class ReadmeStubTest {
    @TempDir
    private Path folder;

    @Tag("long")
    @Test
    void theExampleIsATestThatPasses() throws Exception {
        Path sources = Files.createDirectories(folder.resolve("sources"));
        Path classes = Files.createDirectories(folder.resolve("classes"));
        Files.writeString(
                sources.resolve("StubExample.java"), Readme.STUB.blocks("java").get(0));
        assertThat(Compilation.run(sources, classes)).isEmpty();
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            LauncherFactory.create()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(selectClass(loader, "StubExample"))
                                    .build(),
                            summary);
        }

        StringWriter failures = new StringWriter();
        summary.getSummary().printFailuresTo(new PrintWriter(failures));
        assertThat(failures).asString().isEmpty();
        assertThat(summary.getSummary().getTestsSucceededCount()).isEqualTo(1);
    }

    @Test
    void theDependencyIsTheOneThatIsBuilt() throws Exception {
        String pom = Files.readString(Path.of("../server-stub/pom.xml"));
        String version = pom.substring(pom.indexOf("<version>"), pom.indexOf("</version>"));

        assertThat(Readme.STUB.blocks("xml").get(0))
                .contains("<artifactId>ixapi-auth-server-stub</artifactId>", version);
    }

    @Test
    void theOptionsAreTheCommands() throws Exception {
        Process help = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        Compilation.classPath(),
                        "net.ixapi.auth.stub.command.StubCommand",
                        "--help")
                .start();
        String text = help.inputReader().lines().reduce("", (all, line) -> all + line + "\n");
        List<String> options = found("(?m)^ {6}(--[a-z-]+)", text);

        assertThat(Readme.STUB.rows("Option").stream().flatMap(row -> found("(--[a-z-]+)", row.get(0)).stream()))
                .containsExactlyElementsOf(options);
        Readme.STUB.rows("Option").stream()
                .flatMap(row -> found("`([^`]+)`", row.get(2)).stream().limit(1))
                .forEach(value -> assertThat(text).contains(value));
    }

    static List<String> faults() {
        return Readme.STUB.rows("Fault").stream()
                .map(row -> found("`(\\{.*})`", row.get(1)).get(0))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void theFaultsAreTheAdminInterfaces(String fault) throws Exception {
        try (StubServer stub = StubServer.builder().adminInterface(true).start()) {
            HttpRequest request = HttpRequest.newBuilder(admin(stub, "/faults"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(fault))
                    .build();
            HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            assertThat(stub.faults().pending()).hasSize(1);
        }
    }

    /** Each method that has a cell is there, and no other. */
    @Test
    void thePathsAreTheAdminInterfaces() throws Exception {
        List<String> methods = List.of("GET", "POST", "DELETE");
        try (StubServer stub = StubServer.builder().adminInterface(true).start()) {
            for (List<String> row : Readme.STUB.rows("Path")) {
                URI path = admin(stub, row.get(0).replaceAll("`(/_stub)?", ""));
                HttpRequest request = HttpRequest.newBuilder(path)
                        .method("PATCH", BodyPublishers.noBody())
                        .build();
                String allowed = HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .headers()
                        .firstValue("Allow")
                        .orElseThrow();

                assertThat(methods.stream()
                                .filter(method ->
                                        !row.get(1 + methods.indexOf(method)).isEmpty()))
                        .as(row.get(0))
                        .allMatch(allowed::contains)
                        .hasSameSizeAs(
                                methods.stream().filter(allowed::contains).toList());
            }
        }
    }

    private static URI admin(StubServer stub, String path) {
        return URI.create(stub.adminUri() + path);
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
