package net.ixapi.auth.contract.broken;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.ixapi.auth.contract.engine.Options;
import net.ixapi.auth.contract.report.Report;
import net.ixapi.auth.contract.report.ReportedFinding;
import net.ixapi.auth.contract.report.SampleReport;
import net.ixapi.auth.contract.report.Verdict;
import net.ixapi.auth.contract.run.ContractRun;
import net.ixapi.auth.contract.targets.EmbeddedStub;
import net.ixapi.auth.contract.wire.Limits;
import net.ixapi.auth.contract.wire.Response;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The check of the generated client alone: it has to notice by itself what other checks notice in a whole run. */
class GeneratedClientCheckTest {
    private static final String CHECK = "generated-client";
    private static final Options ALONE = new Options(Limits.DEFAULT, Duration.ZERO, Set.of(CHECK), Set.of(), 1);

    @AutoClose
    private static final EmbeddedStub STUB = EmbeddedStub.start();

    @Test
    void everyDocumentedAnswerComesTypedAndValid() throws Exception {
        Report report = ContractRun.of(STUB, ALONE);

        assertThat(report.run().generatedClient().summary())
                .isEqualTo("2 operations, 6 of 6 documented responses, all typed and valid");
        assertThat(report.run().generatedClient().faults()).isEmpty();
        assertThat(report.findings()).isEmpty();
        assertThat(SampleReport.strict(report).verdict()).isEqualTo(Verdict.CONFORMANT);
        // Two that tell whether there is an IX-API and one whether it knows the second account, a log-in for the token
        // to refresh with, and no more than one for each answer.
        assertThat(report.run().calls()).isLessThanOrEqualTo(2 + 1 + 1 + 6);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spoiled")
    void anAnswerThatTheClientCannotReadOrValidateIsAViolation(
            String name, String cause, UnaryOperator<Response> change) throws Exception {
        Report report = against(Behaviour.answers(change));

        assertThat(report.findings()).extracting(ReportedFinding::check).containsOnly(CHECK);
        assertThat(report.findings()).extracting(ReportedFinding::cause).containsOnly(cause);
        assertThat(report.run().generatedClient().faults()).isEmpty();
        assertThat(report.verdict()).isEqualTo(Verdict.NOT_CONFORMANT);
    }

    static Stream<Arguments> spoiled() {
        return Stream.of(
                spoiled("an empty 201", "the generated client cannot read 201", 201, Responses.body(text -> "")),
                spoiled(
                        "half a 201",
                        "the generated client cannot read 201",
                        201,
                        Responses.body(text -> text.substring(0, text.length() / 2))),
                spoiled(
                        "a token that is an object",
                        "the generated client cannot read 201",
                        201,
                        Responses.body(text -> text.replaceAll("\"access_token\":\"[^\"]+\"", "\"access_token\":{}"))),
                spoiled(
                        "a token that is a number",
                        "the model of 201 is not what came: /access_token has another value",
                        201,
                        Responses.body(text -> text.replaceAll("\"access_token\":\"[^\"]+\"", "\"access_token\":1"))),
                spoiled(
                        "no refresh token",
                        "the model of 201 is not valid",
                        201,
                        Responses.replaced("\"refresh_token\"", "\"another\"")),
                spoiled(
                        "a 401 that is HTML",
                        "the generated client cannot read 401",
                        401,
                        Responses.body(text -> "<html>No</html>")),
                spoiled(
                        "a 401 of another type",
                        "the model of 401 is not valid",
                        401,
                        Responses.replaced("authentication-error", "validation-error")),
                spoiled(
                        "a 400 without reasons",
                        "the model of 400 is not what came: /properties/0/reason has another value",
                        400,
                        Responses.replaced("\"reason\"", "\"why\"")));
    }

    private static Arguments spoiled(String name, String cause, int status, UnaryOperator<Response> change) {
        UnaryOperator<Response> only = answer -> answer.status() == status ? change.apply(answer) : answer;
        return Arguments.of(name, cause, only);
    }

    /** To patterns of Java, the end is also before a last line break. */
    @ParameterizedTest
    @ValueSource(strings = {"\\n", "\\r\\n", "\u2028"})
    void aLineBreakAfterATypeIsNoFaultOfTheSuite(String end) throws Exception {
        Report report = against(Behaviour.answers(401, Responses.replaced(".html\"", ".html" + end + "\"")));

        assertThat(report.run().generatedClient().faults()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("otherStatuses")
    void aStatusThatTheDocumentDoesNotHaveIsAViolation(String name, int status, int other) throws Exception {
        Report report = against(Behaviour.answers(status, Responses.status(other)));

        assertThat(report.findings()).extracting(ReportedFinding::check).containsOnly(CHECK);
        assertThat(report.verdict()).isEqualTo(Verdict.NOT_CONFORMANT);
    }

    static Stream<Arguments> otherStatuses() {
        return Stream.of(
                Arguments.of("500 for 401", 401, 500),
                Arguments.of("422 for 400", 400, 422),
                Arguments.of("200 for 201", 201, 200));
    }

    @Test
    void noAnswerIsAViolation() throws Exception {
        Report report = against(Behaviour.answers(400, answer -> Responses.NONE));

        assertThat(report.findings()).extracting(ReportedFinding::check).containsOnly(CHECK);
    }

    @Test
    void noTextOfTheReportHoldsWhatCame() throws Exception {
        Report report = against(Behaviour.answers(
                201, Responses.body(text -> "{\"access_token\":[\"canary-token-0001\"],\"refresh_token\":1}")));

        assertThat(List.of(
                        report.run().generatedClient().toString(),
                        report.findings().get(0).cause()))
                .noneMatch(text -> text.contains("canary"));
    }

    private static Report against(Behaviour behaviour) throws Exception {
        try (BrokenServer server = new BrokenServer(STUB.target(), behaviour)) {
            return server.run(STUB, ALONE);
        }
    }
}
