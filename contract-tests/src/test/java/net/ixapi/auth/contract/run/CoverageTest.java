package net.ixapi.auth.contract.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import net.ixapi.auth.contract.engine.Options;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.report.Coverage;
import net.ixapi.auth.contract.report.Report;
import net.ixapi.auth.contract.report.SampleReport;
import net.ixapi.auth.contract.report.Verdict;
import net.ixapi.auth.contract.targets.EmbeddedStub;
import net.ixapi.auth.contract.wire.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The document and what was on the wire, compared both ways: whoever adds to the one must add to the other. */
class CoverageTest {
    private static final Options BODIES =
            new Options(Limits.DEFAULT, Duration.ZERO, Set.of("request-body"), Set.of(), 1);

    @TempDir
    private Path folder;

    @Test
    void theDocumentAndWhatCameAreTheSame() throws Exception {
        Report report = againstTheStub(Changed.nothing());

        assertThat(report.run().unexercised()).isEmpty();
        assertThat(SampleReport.strict(report).verdict()).isEqualTo(Verdict.CONFORMANT);
        assertThat(report.run().rules())
                .allSatisfy(rule -> assertThat(rule.invalid()).isPositive());
        assertThat(report.run().coverage()).filteredOn(Coverage::documented).allSatisfy(response -> {
            assertThat(response.mediaTypes()).allMatch(Coverage.Kind::documented);
            assertThat(response.problemTypes()).allMatch(Coverage.Kind::documented);
        });
    }

    @Test
    void aBoundThatIsMovedIsTriedWhereItIsNow() throws Exception {
        Report report = againstTheStub(
                Changed.replacing("maxLength: 86", "maxLength: 90").and("minLength: 86", "minLength: 80"), BODIES);

        assertThat(report.findings())
                .filteredOn(finding -> finding.level() == Level.VIOLATION)
                .extracting("cause")
                .contains("api_secret is refused as invalid where it keeps to the document");
    }

    @Test
    void aRuleThatIsNewIsTriedToo() throws Exception {
        Report report = againstTheStub(
                Changed.replacing(
                        "      required: [refresh_token]\n      properties:",
                        "      required: [refresh_token, reason]\n      properties:\n        reason:\n          type: string\n"
                                + "          enum: [expired, forced]"),
                BODIES);

        assertThat(report.findings())
                .extracting("cause")
                .contains("what should be refused is accepted (3 kinds): reason required; reason type; reason enum");
    }

    @Test
    void anOperationThatIsNewIsAskedFor() throws Exception {
        Report report = againstTheStub(Changed.withAnotherOperation());

        assertThat(report.findings())
                .filteredOn(finding -> finding.subject().contains("POST /auth/revoke"))
                .filteredOn(finding -> finding.level() == Level.VIOLATION)
                .as("one cause, the stub does not have the operation, is one finding")
                .extracting("cause")
                .containsExactly("the server does not have the operation (404)");
        assertThat(report.run().unexercised()).contains("POST /auth/revoke 204 is in the document, but never came");
    }

    @Test
    void aRuleThatNoCheckKnowsIsNotPassedOver() throws Exception {
        Report report = againstTheStub(Changed.replacing("minLength: 86", "not: { enum: [x] }"));

        assertThat(report.run().unexercised()).contains("POST /auth/token: 'api_secret not' was not tried");
        assertThat(report.verdict()).isNotEqualTo(Verdict.CONFORMANT);
    }

    @Test
    void aRuleNeedsBothSides() throws Exception {
        String property = "description: A refresh token that has not expired. An access token is not accepted.\n";
        Report report = againstTheStub(Changed.replacing(property, property + "          pattern: '^$'\n"));

        assertThat(report.run().unexercised())
                .contains("POST /auth/refresh: 'refresh_token pattern' was tried on one side only");
    }

    @Test
    void aPartOfTheChecksNeedNotExerciseEverything() throws Exception {
        Options part = new Options(Limits.DEFAULT, Duration.ZERO, Set.of("log-in"), Set.of(), 1);
        try (EmbeddedStub stub = EmbeddedStub.start()) {
            Report report = Changed.nothing().run(folder, part, stub).against(stub.target());

            assertThat(report.run().unexercised()).isEmpty();
            assertThat(SampleReport.strict(report).verdict()).isEqualTo(Verdict.CONFORMANT);
        }
    }

    private Report againstTheStub(Changed document) throws IOException {
        return againstTheStub(document, Options.DEFAULT);
    }

    private Report againstTheStub(Changed document, Options options) throws IOException {
        try (EmbeddedStub stub = EmbeddedStub.start()) {
            return document.run(folder, options, stub).against(stub.target());
        }
    }
}
