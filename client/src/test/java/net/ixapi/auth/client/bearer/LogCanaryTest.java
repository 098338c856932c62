package net.ixapi.auth.client.bearer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is logged, by a program in a process of its own: everything of ours, and the worst of HttpClient's. */
@Tag("long")
class LogCanaryTest {
    private static final String CANARY = "canary-5f1d";
    private static final String HEADERS = "org.apache.hc.client5.http.headers";
    private static final String WIRE = "org.apache.hc.client5.http.wire";

    private static List<String> logged;

    @BeforeAll
    static void runTheProgram() throws Exception {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=trace",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LogCanary.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(program.getInputStream().readAllBytes(), UTF_8);
        assertThat(program.waitFor()).as(said).isZero();
        logged = said.lines().toList();
    }

    @Test
    void nothingOfOursSaysASecretAtAnyLevel() {
        assertThat(lines(line -> line.contains(" net.ixapi.")))
                .anyMatch(line -> line.endsWith("The refresh failed, logging in instead: token: HTTP 500"))
                .anyMatch(line -> line.endsWith("logging in instead: java.lang.IllegalStateException"))
                .anyMatch(line -> line.endsWith("A listener of new tokens failed: java.lang.IllegalStateException"))
                .noneMatch(line -> line.contains(CANARY));
    }

    /** Lines that no logger begins, such as those of a stack trace, are among these. */
    @Test
    void nothingOfHttpClientsElseDoes() {
        assertThat(lines(line -> !line.contains(HEADERS) && !line.contains(WIRE)))
                .anyMatch(line -> line.contains(" org.apache.hc.client5.http."))
                .noneMatch(line -> line.contains(CANARY));
    }

    /** What users are warned of: at DEBUG one prints the token, the other one all bodies too. */
    @Test
    void httpClientsTwoLoggersOfTheWireDo() {
        assertThat(lines(line -> line.contains(" DEBUG " + HEADERS)))
                .anyMatch(line -> line.contains("Authorization: Bearer " + CANARY));
        assertThat(lines(line -> line.contains(" DEBUG " + WIRE)))
                .anyMatch(line -> line.contains("Authorization: Bearer " + CANARY))
                .anyMatch(line -> line.contains("api_secret") && line.contains(CANARY))
                .anyMatch(line -> line.contains("refresh_token") && line.contains(CANARY));
    }

    private static List<String> lines(Predicate<String> which) {
        return logged.stream().filter(which).toList();
    }
}
