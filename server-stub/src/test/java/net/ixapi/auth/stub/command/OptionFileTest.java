package net.ixapi.auth.stub.command;

import static net.ixapi.auth.stub.Credentials.KEY;
import static net.ixapi.auth.stub.Credentials.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Options in a file that is given as {@code @file}. */
@Timeout(60)
class OptionFileTest {
    @TempDir
    private Path folder;

    private CommandRun run(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("stub.conf"), text.replace(';', '\n'));
        return CommandRun.of(Map.of(), "--self-test", "--port=0", "@" + file);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "# all;;--frob=CANARY       | Unknown option: '--frob'",
                "--port=1                   | option '--port' (<port>) should be specified only once",
                "CANARY                     | Unmatched argument at index 2 (not repeated: it may be a secret)",
                "--account=CANARY           | Invalid value for option '--account': it must be name=key:secret",
                "--account==CANARY:CANARY   | Invalid value for option '--account': it must be name=key:secret",
                "--account=a=CANARY:CANARY  | The API key must have 16 characters, but has 6.",
                "--account=a=CANARYCANARYCANA:CANARY | The API secret must have 86 characters, but has 6.",
                "--api-key=CANARYCANARYCANA | There is an API key, but no API secret: give both, or neither.",
                "--claim=CANARY | Value for option '--claim' (<name=value>) should be in KEY=VALUE",
                "--fault={'fault': 'status'} | Invalid value for option '--fault': status is required"
            })
    void areCheckedLikeThoseOfTheCommandLine(String text, String violation) throws Exception {
        CommandRun run = run(text.replace("{'fault': 'status'}", "{\"fault\": \"status\"}"));

        run.assertUsage(violation);
        assertThat(run.err()).doesNotContain("CANARY");
    }

    @Test
    void needAFileThatIsThere() {
        CommandRun.of(Map.of(), "@" + folder.resolve("none.conf"))
                .assertUsage("Unmatched argument at index 0 (not repeated: it may be a secret)."
                        + " There is no such file of options");
        CommandRun.of(Map.of(), "@" + folder).assertUsage("The file of options cannot be read.");
    }

    @Test
    void haveAnyLineEnds() throws Exception {
        CommandRun run = run("--api-key=" + KEY + "\r\n--api-secret=" + SECRET + "\r\n# end");

        assertThat(run.out()).startsWith("ixapi-auth stub works");
    }

    @Test
    void takesSeveralFaultsInTheirOrder() throws Exception {
        assertThat(run("--fault={\"fault\":\"status\",\"status\":503};--fault={\"fault\":\"empty-body\"}")
                        .out())
                .contains("/auth/token brings 503");
        assertThat(run("--fault={\"fault\":\"empty-body\"};--fault={\"fault\":\"status\",\"status\":503}")
                        .out())
                .contains("/auth/token brings no pair of tokens");
    }

    /** With accounts of its own it needs no example, and so may be reached by others. */
    @Test
    void spareTheExampleWhereItHasAccounts() throws Exception {
        assertThat(run("--host=0.0.0.0;--account=a=" + KEY + ":" + SECRET).out())
                .startsWith("ixapi-auth stub works");
        assertThat(run("--host=0.0.0.0;--account=a=colon:in:the:key:" + SECRET).out())
                .startsWith("ixapi-auth stub works");
    }
}
