package net.ixapi.auth.contract.broken;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.ixapi.auth.contract.checks.Catalogue;
import net.ixapi.auth.contract.engine.Options;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.report.Report;
import net.ixapi.auth.contract.report.ReportedFinding;
import net.ixapi.auth.contract.requirements.Requirements;
import net.ixapi.auth.contract.targets.EmbeddedStub;
import net.ixapi.auth.contract.wire.Limits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The suite is only worth something if it notices what is wrong, and blames nobody else. */
class BrokenServersTest {
    @AutoClose
    private static final EmbeddedStub STUB = EmbeddedStub.start();

    private static final Matrix MATRIX = new Matrix();

    @AfterAll
    static void writeMatrix() throws IOException {
        MATRIX.write();
        MATRIX.assertEachRequirementWithACauseWasFound();
    }

    @Tag("long")
    @ParameterizedTest(name = "{0}")
    @MethodSource("defects")
    void eachDefectIsFoundByItsCheck(Defect defect) throws Exception {
        assertFound(defect);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("firstDefects")
    void theFirstDefectOfEachActiveCheckIsFoundByThatAlone(Defect defect) throws Exception {
        Options only = new Options(Limits.DEFAULT, Duration.ZERO, Set.of(defect.check()), Set.of(), 1);

        assertThat(run(defect.behaviour(), only).findings())
                .extracting(ReportedFinding::check)
                .containsOnly(defect.check());
    }

    /** A passive check looks at the responses of all active ones. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("firstPassiveDefects")
    void theFirstDefectsOfPassiveChecksAreFound(Defect defect) throws Exception {
        assertFound(defect);
    }

    static Stream<Defect> defects() {
        return Defect.all();
    }

    static Stream<Defect> firstDefects() {
        Set<String> checks = new HashSet<>();
        return Defect.all().filter(defect -> !Catalogue.isPassive(defect.check()) && checks.add(defect.check()));
    }

    static Stream<Defect> firstPassiveDefects() {
        return Defect.all()
                .filter(defect -> Catalogue.isPassive(defect.check()))
                .limit(2);
    }

    private static void assertFound(Defect defect) throws Exception {
        Report report = run(defect.behaviour());
        List<ReportedFinding> findings = report.findings();
        MATRIX.broken(defect, findings);

        assertThat(findings)
                .filteredOn(finding -> finding.level() != Level.INFO)
                .extracting(ReportedFinding::check)
                .contains(defect.check());
        assertThat(findings)
                .extracting(ReportedFinding::check)
                .isSubsetOf(Catalogue.titles().keySet());
        assertThat(findings)
                .extracting(ReportedFinding::check)
                .filteredOn("generated-client"::equals)
                .as("what another check reports, the generated client does not report again")
                .hasSize(defect.check().equals("generated-client") ? 1 : 0);
        assertThat(report.run().generatedClient().faults())
                .as("what a server does is no fault of the suite")
                .isEmpty();
        assertThat(findings).allSatisfy(BrokenServersTest::assertRequirement);
    }

    @Tag("long")
    @ParameterizedTest(name = "{0}")
    @MethodSource("causes")
    void oneCauseIsOneFindingOfEachRequirement(String name, Behaviour behaviour, List<String> requirements)
            throws Exception {
        assertThat(run(behaviour).findings())
                .filteredOn(finding -> finding.level() != Level.INFO)
                .extracting(ReportedFinding::id)
                .containsExactlyElementsOf(requirements);
    }

    static Stream<Arguments> causes() {
        return Causes.all();
    }

    @Tag("long")
    @ParameterizedTest(name = "{0}")
    @MethodSource("variations")
    void noConformantServerIsBlamed(String name, Behaviour behaviour) throws Exception {
        assertBlameless(name, behaviour);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("firstVariation")
    void theFirstConformantServerIsNotBlamed(String name, Behaviour behaviour) throws Exception {
        assertBlameless(name, behaviour);
    }

    static Stream<Arguments> variations() {
        return Variations.all().entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    /** A real server has several habits: what the suite makes of one must not depend on another. */
    @Tag("long")
    @ParameterizedTest(name = "{0}")
    @MethodSource("pairsOfVariations")
    void noConformantServerWithTwoVariationsIsBlamed(String name, Behaviour behaviour) throws Exception {
        assertBlameless(name, behaviour);
    }

    static Stream<Arguments> pairsOfVariations() {
        List<String> names = List.copyOf(Variations.all().keySet());
        Random random = new Random(2);
        return Stream.generate(() ->
                        random.ints(2, 0, names.size()).mapToObj(names::get).toList())
                .limit(60)
                .map(pair -> Arguments.of(
                        String.join(" before ", pair),
                        Variations.all()
                                .get(pair.get(0))
                                .before(Variations.all().get(pair.get(1)))));
    }

    static Stream<Arguments> firstVariation() {
        return variations().limit(1);
    }

    private static void assertBlameless(String name, Behaviour behaviour) throws Exception {
        Report report = run(behaviour);
        MATRIX.right(name, report.findings());

        assertThat(report.findings())
                .filteredOn(proof -> proof.level() != Level.INFO)
                .as(name)
                .isEmpty();
        assertThat(report.run().generatedClient().faults()).as(name).isEmpty();
    }

    @Test
    void aRefreshTokenThatExpiresWithTheOneBeforeIsNoted() throws Exception {
        Options observations = new Options(Limits.DEFAULT, Duration.ZERO, Set.of("observations"), Set.of(), 1);

        assertThat(run(new FixedExpiry("refresh_token", true), observations).findings())
                .filteredOn(finding -> finding.level() == Level.INFO)
                .extracting(ReportedFinding::cause)
                .contains("a refresh token expires with the one before");
        assertThat(run(Behaviour.answers(response -> response), observations).findings())
                .extracting(ReportedFinding::cause)
                .doesNotContain("a refresh token expires with the one before");
    }

    /** What the contract demands is a violation, and so on; what is only noted may be of any requirement. */
    private static void assertRequirement(ReportedFinding finding) {
        assertThat(Requirements.ofTheContract())
                .filteredOn(requirement -> requirement.id().equals(finding.requirement()))
                .as(finding.headline())
                .singleElement()
                .satisfies(requirement ->
                        assertThat(finding.level()).isIn(requirement.level().finding(), Level.INFO));
    }

    private static Report run(Behaviour behaviour) throws Exception {
        return run(behaviour, Options.DEFAULT);
    }

    private static Report run(Behaviour behaviour, Options options) throws Exception {
        try (BrokenServer server = new BrokenServer(STUB.target(), behaviour)) {
            return server.run(STUB, options);
        }
    }
}
