package net.ixapi.auth.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The README's program, compiled and run as it stands there. */
class ReadmeExampleTest {
    @TempDir
    private static Path folder;

    private static Program example;

    @AutoClose
    private Exchange exchange;

    @BeforeAll
    static void compile() throws Exception {
        example = Program.of(folder, "Example", Readme.CLIENT.blocks("java").get(0));
    }

    @BeforeEach
    void startAnExchange() throws Exception {
        exchange = new Exchange();
    }

    @Test
    void itLogsInOnceAndSendsTheToken() throws Exception {
        assertThat(example.output(exchange.environment()))
                .matches("Logged in with a token of \\d+ characters\nGET /accounts: HTTP 200");
        assertThat(exchange.requests()).containsExactly("POST /api/v2/auth/token", "GET /api/v2/accounts with token 1");
    }

    @Tag("long")
    @Test
    void aRefusedTokenIsReplacedAndTheRequestSentOnceMore() throws Exception {
        exchange.refuse(1);
        assertThat(example.output(exchange.environment())).endsWith("GET /accounts: HTTP 200");
        assertThat(exchange.requests())
                .containsExactly(
                        "POST /api/v2/auth/token",
                        "GET /api/v2/accounts with token 1",
                        "POST /api/v2/auth/refresh",
                        "GET /api/v2/accounts with token 2");
    }

    @Tag("long")
    @Test
    void itSaysWhyItWasNotAccepted() throws Exception {
        assertThat(example.output(with("IX_API_SECRET", "s".repeat(86))))
                .isEqualTo("No token: auth_token_create: HTTP 401, "
                        + "https://errors.ix-api.net/v2/authentication-error.html");
    }

    @Tag("long")
    @Test
    void itSaysThatNobodyAnswers() throws Exception {
        assertThat(example.output(with("IX_API_HOST", "http://127.0.0.1:1")))
                .startsWith("No token: auth_token_create: no response: ");
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(strings = {"IX_API_HOST", "IX_API_KEY", "IX_API_SECRET"})
    void itSaysWhichVariableIsMissing(String variable) throws Exception {
        assertThat(example.output(with(variable, ""))).contains("Set the environment variable " + variable);
        assertThat(Readme.CLIENT.rows("Setting"))
                .anySatisfy(row -> assertThat(row.get(1)).contains("`" + variable + "`"));
    }

    private Map<String, String> with(String variable, String value) {
        Map<String, String> environment = new HashMap<>(exchange.environment());
        environment.put(variable, value);
        return environment;
    }
}
