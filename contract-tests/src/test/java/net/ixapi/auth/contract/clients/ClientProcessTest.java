package net.ixapi.auth.contract.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Clients are commands, whatever they do. */
@DisabledOnOs(OS.WINDOWS)
class ClientProcessTest {
    private static final Map<String, String> ENVIRONMENT = Map.of("IX_API_KEY", "a key");

    private static ClientProgram.Ending run(String script, Duration limit, String... arguments)
            throws InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of("sh", "-c", script, "sh"));
        command.addAll(List.of(arguments));
        return new ClientProcess(command).run("", ENVIRONMENT, limit);
    }

    @Test
    void tellsItsExitCodeAndWhatItPrinted() throws InterruptedException {
        ClientProgram.Ending ending = run("echo \"$IX_API_KEY\"; echo wrong >&2; exit 3", Duration.ofMinutes(1));
        assertThat(ending.exitCode()).isEqualTo(OptionalInt.of(3));
        assertThat(ending.output()).isEqualTo("a key\nwrong\n");
    }

    @Test
    void nothingIsLostOfWhatManyPrintAtTheSameTime() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(12);
        try {
            Callable<String> one =
                    () -> run("echo last words", Duration.ofMinutes(1)).output();
            for (Future<String> output : pool.invokeAll(Collections.nCopies(36, one))) {
                assertThat(output.get()).isEqualTo("last words\n");
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void isEndedWithItsChildrenWhenItHangs(@TempDir Path folder) throws Exception {
        Path child = folder.resolve("child");
        ClientProgram.Ending ending =
                run("sleep 600 & echo $! > \"$1\"; wait", Duration.ofMillis(500), child.toString());
        assertThat(ending.exitCode()).isEmpty();
        assertThatItEnds(child);
    }

    @Test
    void leavesNoChildBehind(@TempDir Path folder) throws Exception {
        Path child = folder.resolve("child");
        run("sleep 600 & echo $! > \"$1\"; sleep 0.5", Duration.ofMinutes(1), child.toString());
        assertThatItEnds(child);
    }

    private static void assertThatItEnds(Path child) throws Exception {
        long id = Long.parseLong(Files.readString(child).strip());
        ProcessHandle.of(id)
                .ifPresent(process -> assertThat(process.onExit().orTimeout(10, TimeUnit.SECONDS))
                        .succeedsWithin(Duration.ofSeconds(10)));
    }

    @Test
    void saysThatItCannotBeStarted() {
        ClientProcess client = new ClientProcess(List.of("/no/such/client"));
        assertThatThrownBy(() -> client.run("", ENVIRONMENT, Duration.ofMinutes(1)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("The client cannot be started: ")
                .hasMessageContaining("/no/such/client");
    }
}
