package net.ixapi.auth.stub.benchmark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What one could test against. Each answers {@code POST /api/v2/auth/token} with a 201 of the same length. */
enum Contender {
    /** As the README starts it where the start counts. */
    ARCHIVED(true, List.of("-XX:SharedArchiveFile=" + built("jsa"), "-jar", built("jar"), "--port=0")),
    STUB(false, List.of("-jar", built("jar"), "--port=0")),
    BARE(false, List.of("-cp", System.getProperty("java.class.path"), BareHandler.class.getName())),
    WIREMOCK(false, wireMock()),
    /** As the README starts the stub, but for the archive, which it has not. */
    FAST_WIREMOCK(true, wireMock());

    /** All with the Java runtime's own settings. */
    static final List<Contender> OF_LONG_RUNS = List.of(STUB, BARE, WIREMOCK);

    private static final List<String> FAST_START =
            List.of("-XX:TieredStopAtLevel=1", "-XX:CompileThresholdScaling=4", "-XX:+UseSerialGC", "-Xms24m");

    private static final String MAPPING = """
            {"request": {"method": "POST", "urlPath": "%s"},
             "response": {"status": 201, "headers": {"Content-Type": "application/json"}, "jsonBody": %s}}
            """;

    private final boolean startsFast;
    private final List<String> program;

    Contender(boolean startsFast, List<String> program) {
        this.startsFast = startsFast;
        this.program = program;
    }

    List<String> command() {
        return Stream.of(startsFast ? FAST_START : List.<String>of(), program)
                .flatMap(List::stream)
                .toList();
    }

    /** What the build has made, and benchmarks are told where. */
    private static String built(String suffix) {
        return Path.of(System.getProperty("benchmark.folder"), "ixapi-auth-stub." + suffix)
                .toString();
    }

    /** With a journal as long as the stub has. */
    private static List<String> wireMock() {
        return List.of(
                "-cp",
                jarOf("wiremock-standalone"),
                "wiremock.Run",
                "--port=0",
                "--bind-address=127.0.0.1",
                "--max-request-journal-entries=1000",
                "--disable-banner",
                "--root-dir=" + mappings());
    }

    private static String jarOf(String artifact) {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(jar -> jar.contains(artifact))
                .findFirst()
                .orElseThrow();
    }

    /** Two stubs, one for each operation. */
    private static Path mappings() {
        try {
            Path root = Files.createTempDirectory("wiremock");
            Path mappings = Files.createDirectories(root.resolve("mappings"));
            Files.writeString(
                    mappings.resolve("token.json"), MAPPING.formatted(FixedResponse.PATH, FixedResponse.BODY));
            Files.writeString(
                    mappings.resolve("refresh.json"), MAPPING.formatted("/api/v2/auth/refresh", FixedResponse.BODY));
            return root;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
