package net.ixapi.auth.contract.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import net.ixapi.auth.contract.targets.ContractTarget;
import net.ixapi.auth.contract.targets.EmbeddedStub;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where credentials come from, and what is said of those that the server does not know. */
class CredentialOptionsTest {
    @AutoClose
    private static final EmbeddedStub STUB = EmbeddedStub.start();

    @TempDir
    private Path folder;

    @Test
    void credentialsComeFromAFile() throws Exception {
        Path file = Files.writeString(
                folder.resolve("credentials"), EmbeddedStub.API_KEY + "\r\n" + EmbeddedStub.API_SECRET + "\r\n");

        Outcome outcome = Outcome.of(
                "--base-url", STUB.target().baseUri().toString(), "--credentials", file.toString(), "--only", "log-in");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).contains("0 violations");
    }

    @Test
    void aSecondAccountComesFromAFile() throws Exception {
        ContractTarget.Credentials second = STUB.target().second();
        Path file = Files.writeString(folder.resolve("second"), second.apiKey() + "\n" + second.apiSecret() + "\n");

        Outcome outcome = Outcome.against(STUB.target(), "--second-account", file.toString(), "--only", "refresh");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).contains("0 violations");
    }

    @Test
    void aSecondAccountThatTheServerDoesNotKnow() throws Exception {
        Path file = Files.writeString(folder.resolve("second"), "a".repeat(16) + "\n" + "b".repeat(86));

        Outcome outcome = Outcome.against(STUB.target(), "--second-account", file.toString());

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("brings 401): set those of --second-account to ones that it knows");
    }

    @Test
    void aSecondAccountThatBreaksTheDocument() throws Exception {
        Path file = Files.writeString(folder.resolve("second"), "short\n" + "b".repeat(86));

        Outcome outcome = Outcome.against(STUB.target(), "--second-account", file.toString());

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err())
                .contains("The credentials of --second-account break the document: /api_key breaks 'minLength'");
    }

    @Test
    void wrongCredentialsAreSaidInOneLine() {
        ContractTarget wrong = new ContractTarget(
                STUB.target().baseUri(), EmbeddedStub.API_KEY, "0".repeat(EmbeddedStub.API_SECRET.length()));
        ContractTarget broken = new ContractTarget(STUB.target().baseUri(), "short", EmbeddedStub.API_SECRET);

        assertWrong(wrong, "The server refuses the credentials (POST /auth/token brings 401)");
        assertWrong(broken, "The credentials break the document: /api_key breaks 'minLength'");
    }

    private static void assertWrong(ContractTarget target, String message) {
        Outcome outcome = Outcome.against(target);

        assertThat(outcome.err()).contains(message).hasLineCount(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.code()).isEqualTo(2);
    }
}
