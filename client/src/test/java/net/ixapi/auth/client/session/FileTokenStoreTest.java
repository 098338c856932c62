package net.ixapi.auth.client.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileTokenStoreTest {
    private static final TokenPair PAIR = new TokenPair("a", "r", Instant.parse("2026-01-02T03:04:05.678Z"), "here");

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void place() {
        file = folder.resolve("tokens.json");
    }

    static Stream<TokenPair> pairs() {
        return Stream.of(PAIR, new TokenPair("a", null), new TokenPair("\"\\\n\u00e9", "r"));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void whatIsStoredIsRead(TokenPair pair) throws IOException {
        try (FileTokenStore store = FileTokenStore.open(file)) {
            store.obtained(new TokenPair("older", "older"));
            store.obtained(pair);
            assertThat(store.read()).isEqualTo(pair);
        }
        try (FileTokenStore again = FileTokenStore.open(file)) {
            assertThat(again.read()).isEqualTo(pair);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "{}",
                "{\"access_token\": 5}",
                "{\"access_token\": \"a\", \"expires_at\": \"soon\"}",
                "\u0000\u0001",
            })
    void aFileThatCannotBeReadIsNoPair(String content) throws IOException {
        Files.writeString(file, content);
        try (FileTokenStore store = FileTokenStore.open(file)) {
            assertThat(store.read()).isNull();
            store.obtained(PAIR);
            assertThat(store.read()).isEqualTo(PAIR);
        }
    }

    @Test
    void soIsOneThatIsLongerThanAnyPair() throws IOException {
        Files.writeString(file, "{\"access_token\": \"" + "a".repeat(1 << 20) + "\"}");
        try (FileTokenStore store = FileTokenStore.open(file)) {
            assertThat(store.read()).isNull();
        }
    }

    @Test
    void soIsNone() throws IOException {
        try (FileTokenStore store = FileTokenStore.open(file)) {
            assertThat(store.read()).isNull();
        }
    }

    @Test
    void onlyTheOwnerMayReadIt() throws IOException {
        Files.writeString(file, "{}");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        try (FileTokenStore store = FileTokenStore.open(file)) {
            store.obtained(PAIR);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left)
                    .extracting(Path::getFileName)
                    .map(Path::toString)
                    .containsExactlyInAnyOrder("tokens.json", "tokens.json.lock");
        }
    }

    @Test
    void aSecondStoreIsRefusedUntilTheFirstIsClosed() throws IOException {
        try (FileTokenStore store = FileTokenStore.open(file)) {
            assertThat(store.read()).isNull();
            assertThatIllegalStateException()
                    .isThrownBy(() -> FileTokenStore.open(file))
                    .withMessageContaining("is in use by another program");
        }
        FileTokenStore.open(file).close();
    }

    @Tag("long")
    @Test
    void soIsOneOfAnotherProcess() throws IOException, InterruptedException {
        try (FileTokenStore store = FileTokenStore.open(file)) {
            assertThat(store.read()).isNull();
            Process other = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Other.class.getName(),
                            file.toString())
                    .start();
            assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(other.exitValue()).isEqualTo(3);
        }
    }

    @Test
    void aPairThatCannotBeWrittenIsAFailureWithoutTheTokens() throws IOException {
        Path inside = Files.createDirectory(folder.resolve("inside"));
        try (FileTokenStore store = FileTokenStore.open(inside.resolve("t"))) {
            Files.delete(inside.resolve("t.lock"));
            Files.delete(inside);
            assertThatThrownBy(() -> store.obtained(new TokenPair("canary-5f1d", "canary-5f1d")))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageEndingWith("cannot be written")
                    .hasMessageNotContaining("canary");
        }
    }

    /** Another program with the same store. */
    static final class Other {
        private Other() {}

        public static void main(String[] arguments) throws IOException {
            try {
                FileTokenStore.open(Path.of(arguments[0])).close();
            } catch (IllegalStateException e) {
                System.exit(3);
            }
        }
    }
}
