package net.ixapi.auth.contract.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import net.ixapi.auth.contract.document.OpenApiDocument;
import net.ixapi.auth.contract.http.Answer;
import net.ixapi.auth.contract.targets.EmbeddedStub;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The suite is only worth something if it notices what is wrong. */
class DefectiveServersTest {
    private static EmbeddedStub stub;

    @BeforeAll
    static void startStub() {
        stub = EmbeddedStub.start();
    }

    @AfterAll
    static void stopStub() {
        stub.close();
    }

    @ParameterizedTest
    @EnumSource
    void eachDefectIsNoticedByTheChecksOfItsAnswer(Defect defect) {
        try (DefectiveServer server = new DefectiveServer(stub.target(), defect.change)) {
            assertThat(ContractSuite.run(server.target()))
                    .filteredOn(outcome -> !outcome.passed())
                    .extracting(outcome -> outcome.operation() + " " + outcome.status())
                    .contains(defect.operation + " " + defect.status);
        }
    }

    @Test
    void aServerWithoutDefectIsNotBlamed() {
        try (DefectiveServer server = new DefectiveServer(stub.target(), UnaryOperator.identity())) {
            Summary summary = new Summary(OpenApiDocument.ofTheContract(), ContractSuite.run(server.target()));
            assertThat(summary.text(server.target())).contains(" 0 failed", "The server keeps the contract.");
            assertThat(summary.unchecked())
                    .as("answers in the document that no check provokes")
                    .isEmpty();
        }
    }

    @Test
    void noFindingHoldsACredentialOrAToken() {
        UnaryOperator<Answer> echoing = answer -> new Answer(
                answer.status() == 201 ? 200 : 500,
                answer.headers(),
                answer.body() + stub.target().apiSecret());
        try (DefectiveServer server = new DefectiveServer(stub.target(), echoing)) {
            List<Outcome> outcomes = ContractSuite.run(server.target());
            String text = new Summary(OpenApiDocument.ofTheContract(), outcomes).text(server.target());
            assertThat(outcomes).filteredOn(outcome -> !outcome.passed()).hasSizeGreaterThan(50);
            assertThat(text + outcomes + server.target())
                    .doesNotContain(stub.target().apiKey(), stub.target().apiSecret(), "eyJ");
        }
    }
}
