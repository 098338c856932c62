package net.ixapi.auth.stub.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.ixapi.auth.stub.command.StubCommand;

/** What one could test against. Each answers {@code POST /api/v2/auth/token} with a 201 of the same length. */
enum Contender {
    STUB(List.of(StubCommand.class.getName(), "--port=0")),
    BARE(List.of(BareHandler.class.getName())),
    WIREMOCK(List.of(
            "wiremock.Run",
            "--port=0",
            "--bind-address=127.0.0.1",
            "--no-request-journal",
            "--disable-banner",
            "--root-dir=" + mappings()));

    static final String PATH = "/api/v2/auth/token";

    /** As long as two signed tokens are. */
    static final String ANSWER =
            "{\"access_token\":\"" + "a".repeat(244) + "\",\"refresh_token\":\"" + "r".repeat(270) + "\"}";

    private static final String MAPPING = """
            {"request": {"method": "POST", "urlPath": "%s"},
             "response": {"status": 201, "headers": {"Content-Type": "application/json"}, "jsonBody": %s}}
            """;

    private final List<String> command;

    Contender(List<String> command) {
        this.command = command;
    }

    List<String> command() {
        return command;
    }

    /** Two stubs, one for each operation. */
    private static Path mappings() {
        try {
            Path root = Files.createTempDirectory("wiremock");
            Path mappings = Files.createDirectories(root.resolve("mappings"));
            Files.writeString(mappings.resolve("token.json"), MAPPING.formatted(PATH, ANSWER));
            Files.writeString(mappings.resolve("refresh.json"), MAPPING.formatted("/api/v2/auth/refresh", ANSWER));
            return root;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
