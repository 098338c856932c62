package net.ixapi.auth.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import net.ixapi.auth.contract.targets.ContractTarget;
import net.ixapi.auth.contract.targets.EmbeddedStub;
import net.ixapi.auth.templates.Compilation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's Java example is compiled and run as it stands there. */
class ReadmeExampleTest {
    @TempDir
    private static Path folder;

    private static EmbeddedStub stub;

    @BeforeAll
    static void compileAndStartStub() throws Exception {
        Path sources = Files.createDirectory(folder.resolve("sources"));
        Files.writeString(sources.resolve("Example.java"), Readme.blocks("java").get(0));
        assertThat(Compilation.run(sources, folder)).isEmpty();
        stub = EmbeddedStub.start();
    }

    @AfterAll
    static void stopStub() {
        stub.close();
    }

    @Test
    void itLogsInAndRefreshes() throws Exception {
        ContractTarget target = stub.target();
        assertThat(output(target.baseUri().toString(), target.apiKey(), target.apiSecret()))
                .startsWith("Logged in and refreshed: AuthToken[")
                .contains("accessToken=*", "refreshToken=*")
                .doesNotContain("eyJ");
    }

    @Test
    void itSaysWhyItWasNotAccepted() throws Exception {
        ContractTarget target = stub.target();
        assertThat(output(target.baseUri().toString(), target.apiKey(), "s".repeat(86)))
                .isEqualTo("Not accepted: https://errors.ix-api.net/v2/authentication-error.html");
    }

    @Test
    void itSaysWhatIsInvalid() throws Exception {
        assertThat(output(stub.target().baseUri().toString(), "short", "s".repeat(86)))
                .contains("name=api_key")
                .doesNotContain("short");
    }

    @Test
    void itSaysThatNobodyAnswers() throws Exception {
        assertThat(output("http://127.0.0.1:1/api/v2", "k", "s")).startsWith("Failed: auth_token_create: no answer");
    }

    private static String output(String host, String key, String secret) throws Exception {
        ProcessBuilder example = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        folder + System.getProperty("path.separator") + Compilation.classPath(),
                        "Example")
                .redirectErrorStream(true);
        example.environment().put("IX_API_HOST", host);
        example.environment().put("IX_API_KEY", key);
        example.environment().put("IX_API_SECRET", secret);
        Process process = example.start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return output.lines().filter(line -> !line.startsWith("SLF4J")).reduce("", String::concat);
    }
}
