package net.ixapi.auth.contract.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.ixapi.auth.contract.checks.Catalogue;
import net.ixapi.auth.contract.requirements.Requirements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** Who uses the command wrongly learns what to do, and nothing is sent. */
class UsageTest {
    private static final String KNOWN = "--api-key contractApiKey01 --api-secret " + "x".repeat(86);

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "--nonsense | Unknown option: '--nonsense'",
                "--basurl | Unknown option: '--basurl'. Did you mean --base-url or --baseline?",
                "--secretsecretsecretsecret | Unknown option (not repeated: it may be a secret)",
                "nonsense | Unmatched argument at index 0 (not repeated: it may be a secret)",
                "--base-url | Expected parameter for option '--base-url'",
                "--base-url localhost:8080 | --base-url: The address must be absolute, such as https://ix.example/api/v2",
                "--base-url ftp://x/ | --base-url: The address must be absolute, such as https://ix.example/api/v2",
                "--base-url /api/v2 | --base-url: The address must be absolute, such as https://ix.example/api/v2",
                "--base-url http://canary^x/ | Invalid value for option '--base-url': The address is not a URI, such as",
                "--base-url http://a:b@x/ | --base-url: The address must have no password, query or fragment",
                "--base-url http://x/?a=b | --base-url: The address must have no password, query or fragment",
                "--base-url http://x/#a | --base-url: The address must have no password, query or fragment",
                "--base-url http://x:99999/ | --base-url: The address must have a host, and a port up to 65535",
                "--base-url http://x/ --api-key= | set --api-key or IX_API_KEY to credentials that the server knows",
                "--base-url http://x/ --api-key k --api-secret= | set --api-secret or IX_API_SECRET",
                "--base-url http://x/ --credentials FOLDER/none | Invalid value for option '--credentials': the file cannot be read",
                "--base-url http://x/ --credentials FOLDER/one | '--credentials': the file must have two lines: the key, and the secret",
                "--base-url http://x/ --second-account FOLDER/one | '--second-account': the file must have two lines",
                "--second-account FOLDER/two | --second-account needs --base-url: the stub has credentials of its own",
                "--credentials FOLDER/two | --credentials needs --base-url: the stub has credentials of its own",
                "--only nonsense | There is no check 'nonsense'. --list prints all of them.",
                "--skip nonsense | There is no check 'nonsense'. --list prints all of them.",
                "--only | Missing required parameter for option '--only'",
                "--timeout soon | 'soon' is not a duration such as 5s or 1m",
                "--timeout 0s | --timeout must be between 1ms and 1h",
                "--timeout 0ms | --timeout must be between 1ms and 1h",
                "--timeout -5s | --timeout must be between 1ms and 1h",
                "--timeout 99999999h | --timeout must be between 1ms and 1h",
                "--timeout 9999999999999h | --timeout must be between 1ms and 1h",
                "--timeout 99999999999999999999ms | is not a duration such as 5s or 1m",
                "--await-expiry soon | 'soon' is not a duration such as 5s or 1m",
                "--await-expiry -5s | --await-expiry must be between 0ms and 24h",
                "--rate 0 | --rate must be 1 or more",
                "--rate -1 | --rate must be 1 or more",
                "--rate fast | 'fast' is not an int",
                "--seed x | 'x' is not a long",
                "--trust FOLDER/none | '--trust': the file cannot be read",
                "--trust FOLDER/one | There is no certificate (PEM) in",
                "--document FOLDER/none | '--document': the file cannot be read",
                "--document FOLDER | '--document': the file cannot be read",
                "--document FOLDER/one | There is no operation in",
                "--header canary | '--header' ('NAME: VALUE'): it must be a name, a colon and a value",
                "--proxy localhost:3128 | '--proxy': it must be such as http://proxy.example:3128",
                "--proxy http://canary:secret@localhost:3128 | give the user and the password with --proxy-user",
                "--proxy http://local_host | '--proxy': it must be such as http://proxy.example:3128",
                "--proxy http://canary:secret@local_host:3128 | give the user and the password with --proxy-user",
                "--proxy http://canary:secret@local^host:3128 | '--proxy': The address is not a URI",
                "--client-cert FOLDER/none | none: it cannot be read",
                "--har FOLDER | The file of --har cannot be written",
                "--client-cert FOLDER/one | There is no certificate with a key (PKCS#12) in",
                "--max-calls 0 | --max-calls must be 1 or more",
                "--baseline FOLDER/none | The file of --baseline cannot be read",
                "--baseline FOLDER/one | must be a list of objects with requirement, operation (of a client: scenario), reason",
                "--write-baseline --baseline FOLDER/none/file | The file of --baseline cannot be written",
                "--write-baseline | --write-baseline needs --baseline FILE: the file to write",
                "--wait-for soon | 'soon' is not a duration such as 5s or 1m",
                "--wait-for 25h | --wait-for must be between 0s and 24h",
                "--wait-for 9999999999999h | --wait-for must be between 0s and 24h",
                "--wait-for -1s | --wait-for must be between 0s and 24h",
                "--format github --summary FOLDER/none/file | The file of --summary cannot be written",
                "--format pdf | expected one of [TEXT, GITHUB]",
                "replay FOLDER/none AUTH-LOGIN-001 | index 0 (REPORT.json): the file cannot be read",
                "--report FOLDER/one | --report must be a folder that can be written, or the name of a new one",
                "--report FOLDER | --report must be a folder that can be written, or the name of a new one: FOLDER/index.html",
                "check-client --report FOLDER -- true | --report must be a folder that can be written, or the name of a new one: FOLDER/index.html",
                "--document FOLDER/odd | odd:6 at /paths/~1a/get/responses/200/content/application~1json/schema: cannot be used as a schema: ",
                "--document FOLDER/endless | endless:4 at /a/oneOf: leads back to the schema itself: remove that reference",
                "--document FOLDER/zeros | '--document': the file cannot be read: it is larger than 16 MiB",
                "--baseline FOLDER/zeros | The file of --baseline cannot be read: it is larger than 16 MiB",
                "--trust FOLDER/zeros | '--trust': the file cannot be read: it is larger than 16 MiB",
                "--credentials FOLDER/zeros | '--credentials': the file cannot be read: it is larger than 16 MiB",
                "compare FOLDER/zeros FOLDER/zeros | (OLD.json): the file cannot be read: it is larger than 16 MiB",
                "--baseline FOLDER/hostile.yaml | hostile.yaml: \uFFFD[2J POST /auth/token: there is no such requirement",
                "replay FOLDER/hostile AUTH-LOGIN-001 | There is no such finding of a server in the report, which has: \uFFFD[2J",
                "replay FOLDER/zeros AUTH-LOGIN-001 | (REPORT.json): the file cannot be read: it is larger than 16 MiB"
            })
    void wrongUsageIsExplained(String arguments, String message) throws Exception {
        Files.writeString(folder.resolve("one"), "one line");
        Files.writeString(folder.resolve("two"), "a key\na secret");
        Files.writeString(folder.resolve("hostile"), "{\"checks\": [], \"findings\": [{\"id\": \"\\u001b[2J\"}]}");
        Files.writeString(
                folder.resolve("hostile.yaml"),
                "[{requirement: \"\\u001b[2J\", operation: POST /auth/token, reason: a, until: '2030-01-01'}]");
        Files.writeString(
                folder.resolve("odd"),
                "paths:\n  /a:\n    get:\n      operationId: a\n      responses: {'200': {description: A., content: {application/json: {\n"
                        + "        schema: {type: object, properties: {b: {minimum: c}}}}}}}\n");
        Files.writeString(
                folder.resolve("endless"),
                "paths: {/a: {get: {operationId: a, responses: {'200': {description: A.}}}}}\n"
                        + "a:\n  type: string\n  oneOf: [{$ref: '#/a'}]\n");
        Files.createDirectory(folder.resolve("index.html"));
        try (RandomAccessFile zeros =
                new RandomAccessFile(folder.resolve("zeros").toFile(), "rw")) {
            zeros.setLength((16 << 20) + 1);
        }
        String[] words = arguments.replace("FOLDER", folder.toString()).split(" ");
        boolean server = arguments.startsWith("--base-url") && !arguments.contains("--api-key");
        String[] more = server && !arguments.contains("--credentials") ? KNOWN.split(" ") : new String[0];

        Outcome outcome =
                Outcome.of(Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new));

        assertThat(outcome.err())
                .contains(message.replace("FOLDER", folder.toString()))
                .doesNotContain("\tat ", "canary", "\u001b");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
    }

    /** Such as a stack that overflows. The JVM would exit with 1, as if there were findings. */
    @Test
    void anErrorOfTheSuiteIsNotAFinding() {
        StringWriter err = new StringWriter();
        CommandLine command = ContractCommand.commandLine()
                .setOut(new PrintWriter(Writer.nullWriter()) {
                    @Override
                    public void println(Object line) {
                        throw new StackOverflowError();
                    }
                })
                .setErr(new PrintWriter(err, true));

        assertThat(command.execute("--list")).isEqualTo(70);
        assertThat(err.toString())
                .startsWith("The suite itself failed (java.lang.StackOverflowError at ")
                .endsWith("). Please report that." + System.lineSeparator());
    }

    @Test
    void helpMentionsEveryOption() {
        Outcome help = Outcome.of("--help");

        assertThat(help.code()).isZero();
        assertThat(help.err()).isEmpty();
        assertThat(ContractCommand.commandLine().getCommandSpec().options())
                .hasSizeGreaterThan(14)
                .allSatisfy(option -> {
                    assertThat(help.out()).contains(option.longestName());
                    assertThat(option.description()).isNotEmpty();
                });
        assertThat(help.out()).contains("Exit codes: 0", "1 findings", "2 wrong usage", "3 ", "4 ");
    }

    @Test
    void theListHasEveryCheckAndRequirement() {
        Outcome list = Outcome.of("--list");

        assertThat(list.code()).isZero();
        List<String> names = new ArrayList<>(Catalogue.titles().keySet());
        names.add("");
        Requirements.ofTheContract().forEach(requirement -> names.add(requirement.id()));
        assertThat(list.out().lines().map(line -> line.split(" ")[0])).containsExactlyElementsOf(names);
        Catalogue.titles().values().forEach(title -> assertThat(list.out()).contains(title));
    }

    @Test
    void theVersionNamesTheContract() {
        Outcome version = Outcome.of("--version");

        assertThat(version.code()).isZero();
        assertThat(version.out()).startsWith("ixapi-auth-contract ").contains("IX-API authentication 2.1.0 (sha256 ");
    }
}
