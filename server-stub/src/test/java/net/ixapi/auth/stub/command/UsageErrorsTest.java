package net.ixapi.auth.stub.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret in the wrong place is not repeated, and the place is still found. */
@Timeout(60)
class UsageErrorsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--api-secrets CANARY   | Unknown option: '--api-secrets'. Did you mean --api-key or --api-secret?",
                "--api-secrets=CANARY   | Unknown option: '--api-secrets'. Did you mean --api-key or --api-secret?",
                "--api-keycanarycanarycana | Unknown option (not repeated: it may be a secret). Did you mean --api-key or --api-secret?",
                "--port 0 -CANARY       | Unknown option (not repeated: it may be a secret)",
                "--port=0 CANARY CANARY | Unmatched arguments from index 1 (not repeated: it may be a secret)",
                "--port=0 @CANARY       | Unmatched argument at index 1 (not repeated: it may be a secret). There is no such file of options",
                "--api-secret -VCANARY  | Expected parameter for option '--api-secret'",
                "--claim CANARY         | Value for option '--claim' (<name=value>) should be in KEY=VALUE",
                "--fault CANARY         | Invalid value for option '--fault': it is not valid JSON at line 1, column 1",
                "--fault {\"CANARY      | Invalid value for option '--fault': it is not valid JSON at line 1, column 9"
            })
    void repeatNothingThatMayBeASecret(String arguments, String line) {
        CommandRun run = CommandRun.of(Map.of(), arguments.split(" "));

        run.assertUsage(line);
        assertThat(run.err()).doesNotContainIgnoringCase("canary");
    }

    /** https://kubernetes.io/docs/concepts/services-networking/service/#environment-variables, for a service named ix-stub. */
    @ParameterizedTest
    @ValueSource(strings = {"--self-test --port=0", "--health-check"})
    void areNotWhatKubernetesSets(String arguments) {
        Map<String, String> environment = Map.of(
                "IX_STUB_SERVICE_HOST", "10.0.0.11",
                "IX_STUB_SERVICE_PORT", "8080",
                "IX_STUB_PORT", "tcp://10.0.0.11:8080",
                "IX_STUB_PORT_8080_TCP", "tcp://10.0.0.11:8080",
                "IX_STUB_PORT_8080_TCP_ADDR", "10.0.0.11",
                "IX_STUB_ADMIN_PORT", "tcp://10.0.0.12:8081");
        CommandRun run = CommandRun.of(environment, arguments.split(" "));

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isNotEqualTo(2);
    }
}
