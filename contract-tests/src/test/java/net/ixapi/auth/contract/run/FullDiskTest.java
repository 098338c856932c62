package net.ixapi.auth.contract.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A disk that is full shows only when the run is over. What was found is printed all the same. */
@EnabledOnOs(OS.LINUX)
class FullDiskTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"--har /dev/full", "--format github --summary /dev/full", "--report FOLDER"})
    void theVerdictIsPrintedAndTheFullDiskNamed(String options) throws Exception {
        Files.createSymbolicLink(folder.resolve("report.json"), Path.of("/dev/full"));

        Outcome outcome = Outcome.of(("--only log-in " + options.replace("FOLDER", folder.toString())).split(" "));

        assertThat(outcome.out()).contains("The selected checks found nothing");
        assertThat(outcome.err()).contains("A file cannot be written: ").doesNotContain("Please report that");
        assertThat(outcome.code()).isEqualTo(70);
    }
}
