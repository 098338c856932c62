package net.ixapi.auth.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's shorter examples, put into programs that have what they speak of, and run. */
class ReadmeSnippetsTest {
    private static final String STORED_PAIR = """
            import net.ixapi.auth.client.IxApiClient;
            import net.ixapi.auth.client.session.TokenPair;

            public class StoredPair {
                private TokenPair stored;

                TokenPair read() {
                    return stored;
                }

                void write(TokenPair pair) {
                    stored = pair;
                }

                public static void main(String[] arguments) {
                    StoredPair store = new StoredPair();
                    String first = run(store);
                    System.out.println(first.equals(run(store)) && first.equals(store.stored.accessToken()));
                }

                private static String run(StoredPair store) {
                    %s
                    try (ixapi) {
                        return ixapi.accessToken();
                    }
                }
            }
            """;

    private static final String TWO_CALLS = """
            import java.net.URI;
            import net.ixapi.auth.client.AuthApi;
            import net.ixapi.auth.client.error.BadRequestException;
            import net.ixapi.auth.client.runtime.HttpTransport;
            import net.ixapi.auth.model.AuthToken;
            import net.ixapi.auth.model.AuthTokenRequest;
            import net.ixapi.auth.model.RefreshTokenRequest;

            public class TwoCalls {
                public static void main(String[] arguments) {
                    URI exchange = URI.create(System.getenv("IX_API_HOST") + "/api/v2");
                    String key = System.getenv("IX_API_KEY");
                    String secret = System.getenv("IX_API_SECRET");
                    %s
                }
            }
            """;

    @TempDir
    private Path folder;

    @AutoClose
    private Exchange exchange;

    @BeforeEach
    void startAnExchange() throws Exception {
        exchange = new Exchange();
    }

    @Tag("long")
    @Test
    void aStoredPairSavesTheLogIn() throws Exception {
        Program program = Program.of(
                folder,
                "StoredPair",
                STORED_PAIR.formatted(Readme.CLIENT.blocks("java").get(1)));
        assertThat(program.output(exchange.environment())).isEqualTo("true");
        assertThat(exchange.requests()).containsExactly("POST /api/v2/auth/token");
    }

    @Tag("long")
    @Test
    void theTwoOperationsAreCalled() throws Exception {
        assertThat(twoCalls().output(exchange.environment()))
                .startsWith("Logged in and refreshed: AuthToken[")
                .contains("accessToken=*", "refreshToken=*")
                .doesNotContain("eyJ");
        assertThat(exchange.requests()).containsExactly("POST /api/v2/auth/token", "POST /api/v2/auth/refresh");
    }

    @Tag("long")
    @Test
    void whatIsInvalidIsNamed() throws Exception {
        Map<String, String> environment = new HashMap<>(exchange.environment());
        environment.put("IX_API_KEY", "short");
        assertThat(twoCalls().output(environment))
                .startsWith("Invalid: [FieldError[name=api_key")
                .doesNotContain("short");
    }

    private Program twoCalls() throws Exception {
        return Program.of(
                folder,
                "TwoCalls",
                TWO_CALLS.formatted(Readme.CLIENT.blocks("java").get(2)));
    }
}
