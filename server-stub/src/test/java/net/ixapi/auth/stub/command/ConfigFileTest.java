package net.ixapi.auth.stub.command;

import static net.ixapi.auth.stub.Credentials.KEY;
import static net.ixapi.auth.stub.Credentials.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the command says of its file. */
@Timeout(60)
class ConfigFileTest {
    @TempDir
    private Path folder;

    private CommandRun run(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("stub.conf"), text.replace(';', '\n'));
        return CommandRun.of(Map.of(), "--self-test", "--port=0", "--config=" + file);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "# all;;frob=CANARY               | line 3: there is no option frob",
                "CANARY                           | line 1: it must be an option, = and its value",
                "canary                           | line 1: it must be an option, = and its value",
                "CANARY==                         | line 1: there is no such option",
                "=CANARY                          | line 1: there is no such option",
                "account.a.kee=CANARY             | line 1: there is no option account.a.kee",
                "account..key=CANARY              | line 1: there is no option account..key",
                "claim.=CANARY                    | line 1: there is no option claim.",
                "admin=true;admin=true            | line 2: line 1 has set the same; claims and faults have names to tell them apart, claim.NAME and fault.NAME",
                "help=true                        | line 1: help is for the command line only",
                "version=true                     | line 1: version is for the command line only",
                "config=CANARY                    | line 1: config is for the command line only",
                "health-check=true                | line 1: health-check is for the command line only",
                "self-test=true                   | line 1: self-test is for the command line only"
            })
    void namesTheLineThatIsWrong(String text, String violation) throws Exception {
        CommandRun run = run(text);

        run.assertUsage("The configuration " + folder.resolve("stub.conf") + ", " + violation);
        assertThat(run.err()).doesNotContainIgnoringCase("canary");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "account.a.key=CANARY           | The account a: The API key must have 16 characters, but has 6.",
                "account.a.key=CANARYCANARYCANA | The account a has a key, but no secret.",
                "account.a.secret=CANARY        | The account a: The API secret must have 86 characters, but has 6.",
                "api-key=CANARYCANARYCANA       | There is an API key, but no API secret: give both, or neither.",
                "claim.sub=CANARY      | The stub sets the claim sub itself.",
                "claim.a:=CANARY       | Invalid value for claim.a: it is not valid JSON at line 1, column 1",
                "claim.a:=null         | Invalid value for claim.a: it must not be null",
                "claim=CANARY          | Invalid value for claim: it must be name=value, or name:=json",
                "fault.b={'fault': 'status'} | Invalid value for fault.b: status is required",
                "fault=CANARY          | Invalid value for fault: it is not valid JSON at line 1, column 1"
            })
    void saysWhatIsWrongWithAValue(String text, String violation) throws Exception {
        CommandRun run = run(text.replace('\'', '"'));

        run.assertUsage(violation);
        assertThat(run.err()).doesNotContain("CANARY");
    }

    @Test
    void saysWhyItCannotBeRead() throws Exception {
        Path latin = Files.write(folder.resolve("latin.conf"), "host=ü".getBytes(StandardCharsets.ISO_8859_1));
        Path none = folder.resolve("none.conf");

        CommandRun.of(Map.of(), "--config=" + none).assertUsage("The configuration " + none + " is not there.");
        CommandRun.of(Map.of("IX_STUB_CONFIG", none.toString()))
                .assertUsage("The configuration " + none + " is not there.");
        CommandRun.of(Map.of(), "--config=" + folder)
                .assertUsage("The configuration " + folder + " is a folder, and no file.");
        CommandRun.of(Map.of(), "--config=" + latin)
                .assertUsage("The configuration " + latin + " is not encoded in UTF-8.");
    }

    /** As Windows editors write it. */
    @Test
    void mayStartWithAByteOrderMarkAndHaveAnyLineEnds() throws Exception {
        CommandRun run = run("\ufeffapi-key = " + KEY + "\r\n api-secret=" + SECRET + " \r\n# end");

        assertThat(run.out()).startsWith("ixapi-auth stub works");
    }

    @Test
    void takesSeveralFaultsInTheirOrder() throws Exception {
        assertThat(run("fault.first={\"fault\":\"status\",\"status\":503};fault.then={\"fault\":\"empty-body\"}")
                        .out())
                .contains("/auth/token brings 503");
        assertThat(run("fault.first={\"fault\":\"empty-body\"};fault.then={\"fault\":\"status\",\"status\":503}")
                        .out())
                .contains("/auth/token brings no pair of tokens");
    }

    /** With accounts of its own it needs no example, and so may be reached by others. */
    @Test
    void spareTheExampleWhereItHasAccounts() throws Exception {
        String text = "host=0.0.0.0;account.a.key=" + KEY + ";account.a.secret=" + SECRET;

        assertThat(run(text).out()).startsWith("ixapi-auth stub works");
    }
}
