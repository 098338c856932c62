package net.ixapi.auth.contract.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import net.ixapi.auth.contract.checks.Catalogue;
import net.ixapi.auth.contract.checks.Check;
import net.ixapi.auth.contract.document.OpenApiDocument;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.engine.Options;
import net.ixapi.auth.contract.run.ContractRun;
import net.ixapi.auth.contract.targets.ContractTarget;
import net.ixapi.auth.contract.targets.EmbeddedStub;
import net.ixapi.auth.contract.wire.Limits;
import net.ixapi.auth.stub.Account;
import net.ixapi.auth.stub.StubServer;
import org.junit.jupiter.api.Test;

/** Nothing is called passed that no request has tried. */
class NotRunTest {
    @Test
    void theAccountOfTheExampleCannotProveThatItDoesNotLogIn() throws Exception {
        Operation logIn = OpenApiDocument.ofTheContract().operations().get(0);
        String key = logIn.example().path("api_key").asText();
        String secret = logIn.example().path("api_secret").asText();
        Options credentials = new Options(Limits.DEFAULT, Duration.ZERO, Set.of("credentials"), Set.of(), 1);
        try (StubServer stub = StubServer.builder()
                .account(new Account("example", key, secret))
                .start()) {
            Report report = ContractRun.of(new ContractTarget(stub.baseUri(), key, secret), credentials);

            assertThat(report.requirements())
                    .filteredOn(result -> result.requirement().tests().contains("credentials"))
                    .extracting(result -> result.requirement().id() + " " + result.state() + ": " + result.reason())
                    .containsExactly(
                            "AUTH-LOGIN-003 passed: ",
                            "AUTH-LOGIN-004 not run: the run itself used the account of the document's example",
                            "AUTH-LOGIN-005 passed: ");
        }
    }

    /** The requests of all others are sent for it, but their findings are left out. */
    @Test
    void aPassiveCheckAloneProvesNothingElse() throws Exception {
        try (EmbeddedStub stub = EmbeddedStub.start()) {
            Set<String> others = Catalogue.active().stream().map(Check::name).collect(Collectors.toSet());
            others.remove("log-in");
            Report report = ContractRun.of(
                    stub, new Options(Limits.DEFAULT, Duration.ZERO, Set.of("documented-status"), others, 1));

            assertThat(report.requirements())
                    .filteredOn(RequirementResult::isKept)
                    .extracting(result -> result.requirement().id())
                    .containsExactly("AUTH-RESPONSE-001");
            assertThat(report.sentence()).startsWith("The selected checks found nothing (1 of ");
        }
    }
}
