package net.ixapi.auth.contract.broken;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import net.ixapi.auth.contract.document.OpenApiDocument;
import net.ixapi.auth.contract.engine.Options;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.report.ReportedFinding;
import net.ixapi.auth.contract.run.ContractRun;
import net.ixapi.auth.contract.targets.ContractTarget;
import net.ixapi.auth.contract.targets.EmbeddedStub;
import net.ixapi.auth.contract.wire.Limits;
import net.ixapi.auth.contract.wire.RawServer;
import net.ixapi.auth.contract.wire.Route;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server that looks for a header by its name in one case. The JDK's server, which the others are made of, keeps no case. */
class HeaderNamesTest {
    private static final String REFUSED = "HTTP/1.1 415 No\r\nContent-Type: application/json\r\nContent-Length: 2\r\n"
            + "Connection: close\r\n\r\n{}";

    @ParameterizedTest
    @CsvSource({"content-type: , AUTH-BODY-005", "x-unknown: , "})
    void aNameInSmallLettersIsTheSame(String refused, String requirement) {
        Options only = new Options(Limits.DEFAULT, Duration.ZERO, Set.of("representations"), Set.of(), 1);
        try (EmbeddedStub stub = EmbeddedStub.start();
                RawServer server = RawServer.playing(dialogue -> {
                    String request = dialogue.request();
                    dialogue.send(request.contains("\r\n" + refused) ? REFUSED : good(stub, request));
                })) {
            ContractTarget good = stub.target();
            assertThat(new ContractRun(OpenApiDocument.ofTheContract(), only, Route.DIRECT, progress -> {})
                            .by(stub.clock(), stub::advance)
                            .against(new ContractTarget(server.uri(), good.apiKey(), good.apiSecret(), null))
                            .findings())
                    .filteredOn(finding -> finding.level() != Level.INFO)
                    .extracting(ReportedFinding::id)
                    .isEqualTo(requirement == null ? List.of() : List.of(requirement));
        }
    }

    private static String good(EmbeddedStub stub, String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", stub.target().baseUri().getPort())) {
            String last = request.replaceFirst("\r\n", "\r\nConnection: close\r\n");
            socket.getOutputStream().write(last.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }
}
