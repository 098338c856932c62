package net.ixapi.auth.contract.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import net.ixapi.auth.contract.targets.ContractTarget;
import net.ixapi.auth.contract.targets.EmbeddedStub;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class ContractCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void withoutAnAddressTheStubIsChecked() {
        assertThat(run()).isZero();
        assertThat(out.toString())
                .contains(
                        "POST /auth/token",
                        "POST /auth/refresh",
                        "HTTP itself",
                        " 0 failed. The server keeps the contract.");
    }

    @Test
    void aServerIsCheckedWithTheCredentialsGiven() {
        try (EmbeddedStub stub = EmbeddedStub.start()) {
            ContractTarget target = stub.target();
            String url = target.baseUri() + "/";
            assertThat(run("--base-url", url, "--api-key", target.apiKey(), "--api-secret", target.apiSecret()))
                    .isZero();
            assertThat(out.toString()).contains(url).doesNotContain(target.apiKey(), target.apiSecret());
        }
    }

    @Test
    void wrongCredentialsAreFindings() {
        try (EmbeddedStub stub = EmbeddedStub.start()) {
            String url = stub.target().baseUri().toString();
            assertThat(run("--base-url", url, "--api-key", "k".repeat(16), "--api-secret", "s".repeat(86)))
                    .isOne();
            assertThat(out.toString()).contains("x auth_token_create 201", "The server does not keep the contract.");
        }
    }

    @Test
    void aServerThatIsNotThereIsOneMessage() throws Exception {
        int freePort;
        try (ServerSocket socket = new ServerSocket(0)) {
            freePort = socket.getLocalPort();
        }
        assertThat(run("--base-url", "http://127.0.0.1:" + freePort, "--api-key", "k", "--api-secret", "s"))
                .isEqualTo(3);
        assertThat(err.toString())
                .startsWith("Nothing answers at http://127.0.0.1:")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--base-url=/api/v2", "--base-url=ftp://ix.example", "--unknown", "--base-url=http://a b"})
    void wrongUsageIsExplained(String option) {
        assertThat(run(option, "--api-key", "k", "--api-secret", "s")).isEqualTo(2);
        assertThat(err.toString())
                .contains(option.substring(0, 8), "Usage: ixapi-auth-contract")
                .doesNotContain("\tat ");
    }

    @Test
    void helpNamesTheExitCodes() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("--base-url", "--api-key", "IX_API_SECRET", "Exit codes: 0 conformant");
    }

    private int run(String... arguments) {
        CommandLine command = ContractCommand.commandLine();
        return command.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(arguments);
    }
}
