package net.ixapi.auth.contract.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import net.ixapi.auth.contract.broken.Behaviour;
import net.ixapi.auth.contract.broken.BrokenServer;
import net.ixapi.auth.contract.broken.LockedAccounts;
import net.ixapi.auth.contract.engine.Options;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.report.Report;
import net.ixapi.auth.contract.report.SampleReport;
import net.ixapi.auth.contract.report.Verdict;
import net.ixapi.auth.contract.targets.EmbeddedStub;
import net.ixapi.auth.contract.wire.Limits;
import net.ixapi.auth.contract.wire.Response;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that locks an account after some wrong secrets is right to do so, but cannot be checked any further. */
class LockedAccountTest {
    private static final int MAX_WRONG = 3;

    @Test
    void theRunEndsAndSaysWhy() throws Exception {
        try (EmbeddedStub stub = EmbeddedStub.start();
                BrokenServer server = new BrokenServer(stub.target(), locking())) {
            Report report = server.run(stub, Options.DEFAULT);

            assertThat(report.run().ended())
                    .contains("right credentials are refused after some wrong ones", "--skip credentials");
            assertThat(report.verdict()).isEqualTo(Verdict.PROVED_TOO_LITTLE);
        }
    }

    @Tag("long")
    @Test
    void theHintHelps() throws Exception {
        Options hint =
                new Options(Limits.DEFAULT, Duration.ZERO, Set.of(), Set.of("credentials", "no-user-enumeration"), 1);
        try (EmbeddedStub stub = EmbeddedStub.start();
                BrokenServer server = new BrokenServer(stub.target(), locking())) {
            Report report = ContractRun.of(server.target(), hint);

            assertThat(report.run().ended()).isEmpty();
            assertThat(SampleReport.strict(report).verdict()).isEqualTo(Verdict.CONFORMANT);
        }
    }

    /** With the same seed, the same near misses are sent each time. */
    @Tag("long")
    @ParameterizedTest
    @ValueSource(ints = {401, 403, 423, 429})
    void keysThatEarlierRunsLockedAreNoFinding(int status) throws Exception {
        Behaviour locking = LockedAccounts.lockedByKey(status);
        try (EmbeddedStub stub = EmbeddedStub.start()) {
            for (int run = 1; run <= MAX_WRONG + 2; run++) {
                try (BrokenServer server = new BrokenServer(stub.target(), locking)) {
                    Report report = server.run(stub, Options.DEFAULT);

                    assertThat(report.findings())
                            .filteredOn(finding -> finding.level() != Level.INFO)
                            .isEmpty();
                    assertThat(report.verdict()).isEqualTo(Verdict.CONFORMANT);
                }
            }
        }
    }

    private static Behaviour locking() {
        AtomicInteger wrong = new AtomicInteger();
        String rightKey = "\"" + EmbeddedStub.API_KEY + "\"";
        return (request, good) -> {
            boolean ofTheAccount = request.isLogIn() && request.body().contains(rightKey);
            if (ofTheAccount && wrong.get() >= MAX_WRONG) {
                return good.apply(request.withBody(request.body().replace(EmbeddedStub.API_SECRET, "0".repeat(86))));
            }
            Response response = good.apply(request);
            if (ofTheAccount && response.status() == 401) {
                wrong.incrementAndGet();
            }
            return response;
        };
    }
}
