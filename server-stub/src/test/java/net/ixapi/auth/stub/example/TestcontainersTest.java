package net.ixapi.auth.stub.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import net.ixapi.auth.stub.Account;
import net.ixapi.auth.stub.StubPeer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.ImageFromDockerfile;

/** The stub's image in a test of anything, in any language: its address and its admin interface are all that one needs. */
@Timeout(300)
@Tag("long")
class TestcontainersTest {
    private static final String ADMIN_TOKEN = "canary-admin-token";
    private static final int API = 8080;
    private static final int ADMIN = 8081;

    private static GenericContainer<?> stub(Account account) {
        ImageFromDockerfile image = new ImageFromDockerfile("ixapi-auth-stub", false)
                .withFileFromPath("Dockerfile", Path.of("Containerfile"))
                .withFileFromPath("target/ixapi-auth-stub.jar", Path.of("target/ixapi-auth-stub.jar"));
        return new GenericContainer<>(image)
                .withExposedPorts(API, ADMIN)
                .withEnv(Map.of(
                        "IX_API_KEY",
                        account.apiKey(),
                        "IX_API_SECRET",
                        account.apiSecret(),
                        "IX_STUB_ADMIN",
                        "true",
                        "IX_STUB_ADMIN_TOKEN",
                        ADMIN_TOKEN))
                .withCreateContainerCmdModifier(
                        command -> command.getHostConfig().withReadonlyRootfs(true))
                .waitingFor(Wait.forHttp("/openapi.yaml").forPort(API))
                .withStartupTimeout(Duration.ofSeconds(30));
    }

    /** What can be seen of it on a machine without a container engine. */
    @Test
    void tellsTheContainerWhatItNeeds() {
        GenericContainer<?> stub = stub(Account.random("bob"));

        assertThat(stub.getExposedPorts()).containsExactly(API, ADMIN);
        assertThat(stub.getEnvMap())
                .containsKeys("IX_API_KEY", "IX_API_SECRET", "IX_STUB_ADMIN", "IX_STUB_ADMIN_TOKEN");
        assertThat(Path.of("Containerfile")).exists();
    }

    @Test
    void logsInAtAContainer() throws Exception {
        assumeTrue(DockerClientFactory.instance().isDockerAvailable(), "skipped: there is no container engine");
        Account account = Account.random("bob");
        try (GenericContainer<?> stub = stub(account)) {
            stub.start();
            URI origin = URI.create("http://" + stub.getHost() + ":" + stub.getMappedPort(API));
            URI admin = URI.create("http://" + stub.getHost() + ":" + stub.getMappedPort(ADMIN));

            StubPeer peer = new StubPeer(admin);
            assertThat(peer.send(peer.to("/_stub/clock").header("Authorization", "Bearer " + ADMIN_TOKEN))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(new StubPeer(URI.create(origin + "/api/v2"))
                            .login(account.apiKey(), account.apiSecret())
                            .statusCode())
                    .isEqualTo(201);
        }
    }
}
