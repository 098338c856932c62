package net.ixapi.auth.contract.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import net.ixapi.auth.contract.document.OpenApiDocument;
import net.ixapi.auth.contract.engine.Options;
import net.ixapi.auth.contract.report.Verdict;
import net.ixapi.auth.contract.targets.ContractTarget;
import net.ixapi.auth.contract.targets.EmbeddedStub;
import net.ixapi.auth.contract.wire.RawServer;
import net.ixapi.auth.contract.wire.Route;
import net.ixapi.auth.openapi.command.DurationConverter;
import net.ixapi.auth.openapi.document.PlainJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class ConnectionOptionsTest {
    private static final String REFUSED =
            "HTTP/1.1 401 Unauthorized\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";

    @TempDir
    private Path folder;

    @Command
    private static final class Holder {
        @Mixin
        private ConnectionOptions options;
    }

    @Test
    void whoWaitsForTheServerTriesAgainEachSecond() {
        List<Duration> pauses = new ArrayList<>();
        List<String> told = new ArrayList<>();
        try (RawServer server = RawServer.playing(closed -> {}, closed -> {}, RawServer.answering(REFUSED))) {
            ContractRun run = new ContractRun(
                    OpenApiDocument.ofTheContract(),
                    Options.DEFAULT,
                    Route.DIRECT,
                    progress -> {},
                    Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
                    pauses::add);
            ContractTarget target = new ContractTarget(server.uri(), EmbeddedStub.API_KEY, EmbeddedStub.API_SECRET);

            assertThat(options("--wait-for", "1m")
                            .report(run, target, told::add)
                            .verdict())
                    .as("a server that refuses is there")
                    .isEqualTo(Verdict.REFUSED);
            assertThat(pauses).contains(Duration.ofSeconds(1));
            assertThat(told).isNotEmpty().allMatch(line -> line.startsWith("waiting for the server, at most 60 s"));
        }
    }

    @Test
    void theValueOfAHeaderIsASecretInTheArchiveToo() throws Exception {
        try (RawServer server = RawServer.playing(RawServer.answering(REFUSED))) {
            ContractTarget target = new ContractTarget(server.uri(), EmbeddedStub.API_KEY, EmbeddedStub.API_SECRET);

            Path har = folder.resolve("run.har");

            Outcome outcome = Outcome.against(
                    target, "--header", "X-Gateway: canary-of-a-gateway", "--only", "log-in", "--har", har.toString());

            assertThat(server.requests()).allMatch(request -> request.contains("X-Gateway: canary-of-a-gateway"));
            assertThat(outcome.all()).doesNotContain("canary");
            JsonNode first = PlainJson.read(Files.readAllBytes(har)).at("/log/entries/0");
            assertThat(first.at("/request/url").asText()).isEqualTo(server.uri() + "/auth/token");
            assertThat(first.at("/request/postData/text").asText()).contains("$IX_API_SECRET");
            assertThat(first.at("/response/status").asInt()).isEqualTo(401);
            assertThat(Files.readString(har)).contains("$IX_API_HEADER_1").doesNotContain("canary");
            for (String part : List.of("", "/request", "/response", "/response/content", "/timings")) {
                List<String> names = new ArrayList<>();
                first.at(part).fieldNames().forEachRemaining(names::add);
                assertThat(names).as("the same order in each run").isSorted();
            }
        }
    }

    @Test
    void theCommandThatRepeatsTheRunHoldsNoSecret() throws Exception {
        String options = "--api-key canary1 --api-secret canary2 --header X:canary3 --proxy-user user:canary4"
                + " --client-cert-password canary5 --only log-in --report " + folder;

        Outcome outcome = Outcome.of(options.split(" "));

        assertThat(outcome.code()).isZero();
        assertThat(Files.readString(folder.resolve("report.json")))
                .contains("ixapi-auth-contract.jar --only log-in --report ")
                .doesNotContain("canary");
    }

    /** The secret of the README's example has something in common with the name of its option. */
    @Test
    void whatTheSuiteSaysItselfIsNoSecret() {
        try (RawServer server = RawServer.playing(RawServer.answering(REFUSED))) {
            String secret = "exampleApiSecret" + "0".repeat(69) + "1";

            Outcome outcome = Outcome.against(new ContractTarget(server.uri(), "exampleApiKey001", secret));

            assertThat(outcome.err()).contains("brings 401): set --api-key and --api-secret to ones that it knows");
        }
    }

    private static ConnectionOptions options(String... arguments) {
        Holder holder = new Holder();
        new CommandLine(holder)
                .registerConverter(Duration.class, new DurationConverter())
                .parseArgs(arguments);
        return holder.options;
    }
}
