package net.ixapi.auth.contract.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import net.ixapi.auth.contract.broken.BrokenServer;
import net.ixapi.auth.contract.broken.Received;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.report.ReportFiles;
import net.ixapi.auth.contract.report.SampleReport;
import net.ixapi.auth.contract.targets.ContractTarget;
import net.ixapi.auth.contract.targets.EmbeddedStub;
import net.ixapi.auth.contract.wire.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandTest {
    @TempDir
    private Path folder;

    @Test
    void saysWhetherAFindingIsStillThere() throws Exception {
        try (EmbeddedStub stub = EmbeddedStub.start();
                BrokenServer broken = new BrokenServer(stub.target(), ReplayCommandTest::refused)) {
            Outcome.against(
                    broken.target(),
                    "--only",
                    "paths",
                    "credentials",
                    "documented-status",
                    "--report",
                    folder.toString());

            Outcome same = replayed("AUTH-RESPONSE-001", broken.target());
            Outcome gone = replayed("AUTH-RESPONSE-001", stub.target());

            assertThat(same.out()).contains("422", "AUTH-RESPONSE-001 is still there.");
            assertThat(same.code()).isOne();
            assertThat(gone.out()).contains("AUTH-RESPONSE-001 is gone.");
            assertThat(gone.code()).isZero();
            assertThat(replayed("AUTH-X-999", stub.target()).err())
                    .contains("There is no such finding", "which has: AUTH-RESPONSE-001");
        }
    }

    /** As in a report of another release, whose checks have other names. */
    @Test
    void aCheckThatDidNotRunProvesNothing() throws Exception {
        Path report = folder.resolve("report.json");
        try (EmbeddedStub stub = EmbeddedStub.start()) {
            ReportFiles.write(SampleReport.of(SampleReport.finding(Level.VIOLATION)), folder);
            Files.writeString(report, Files.readString(report).replace("\"log-in\"", "\"renamed\""));

            Outcome outcome = replayed("AUTH-LOGIN-001", stub.target());

            assertThat(outcome.out())
                    .contains(
                            "The report was made with another document: give that with --document.",
                            "AUTH-LOGIN-001 may still be there: the check did not run to its end.");
            assertThat(outcome.code()).isEqualTo(4);
        }
    }

    /** A refused refresh is tried again after a second, so that log-ins are enough here. */
    private static Response refused(Received request, Function<Received, Response> good) {
        Response response = good.apply(request);
        return request.isLogIn() && response.status() == 400
                ? new Response(422, response.headers(), response.body())
                : response;
    }

    private Outcome replayed(String finding, ContractTarget target) {
        return Outcome.of(
                "replay",
                folder.resolve("report.json").toString(),
                finding,
                "--base-url",
                target.baseUri().toString(),
                "--api-key",
                target.apiKey(),
                "--api-secret",
                target.apiSecret(),
                "--rate",
                "100000");
    }
}
