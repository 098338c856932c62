package net.ixapi.auth.contract.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import net.ixapi.auth.contract.requirements.Requirement;
import net.ixapi.auth.contract.requirements.Requirements;
import net.ixapi.auth.contract.requirements.Side;
import org.junit.jupiter.api.Test;

/** Each requirement of clients has a test or a reason, and each scenario a requirement. */
class RequirementsTest {
    private static final List<Requirement> REQUIREMENTS = Requirements.ofTheContract().stream()
            .filter(requirement -> requirement.side() == Side.CLIENT)
            .toList();
    private static final List<String> SCENARIOS =
            Scenario.all().stream().map(Scenario::name).toList();

    @Test
    void eachRequirementHasATestOrAReason() {
        assertThat(REQUIREMENTS)
                .allSatisfy(requirement -> assertThat(requirement.tests().isEmpty())
                        .isEqualTo(!requirement.reason().isEmpty()));
    }

    @Test
    void clientsAreTestedByScenariosAndJudged() {
        assertThat(REQUIREMENTS).allSatisfy(requirement -> {
            assertThat(requirement.tests()).allMatch(test -> test.equals(Requirement.ALL) || SCENARIOS.contains(test));
            assertThat(Stream.of(Judgement.values()).map(Enum::name)).contains(requirement.judgement());
        });
    }

    @Test
    void eachScenarioTestsWhatNotAllDo() {
        // All of them end in time; for these two that is the question.
        assertThat(SCENARIOS.stream().filter(name -> !name.matches("(silent|slow)-login")))
                .allMatch(name -> REQUIREMENTS.stream()
                        .anyMatch(requirement -> requirement.tests().contains(name)));
    }

    @Test
    void eachTitleSaysWhatIsRightAndHowTheClientMayEnd() {
        assertThat(Scenario.all())
                .extracting(Scenario::title)
                .allMatch(title -> title.matches(".*Right: .*exit code.*"));
    }

    @Test
    void eachJudgementIsARequirement() {
        assertThat(Stream.of(Judgement.values()).map(Enum::name))
                .allMatch(name -> REQUIREMENTS.stream()
                        .anyMatch(requirement -> requirement.judgement().equals(name)));
    }

    @Test
    void namesAndIdsAreUniqueAndEachRequirementSaysWhoDemandsItAndHowToMendIt() {
        assertThat(REQUIREMENTS).extracting(Requirement::id).doesNotHaveDuplicates();
        assertThat(SCENARIOS).doesNotHaveDuplicates();
        assertThat(REQUIREMENTS).allSatisfy(requirement -> {
            assertThat(requirement.id()).matches("CLIENT-[A-Z0-9]+-\\d{3}");
            assertThat(requirement.level()).isNotNull();
            assertThat(requirement.text()).endsWith(".");
            assertThat(requirement.source())
                    .isNotBlank()
                    .as("a place in the document is there and has its line")
                    .doesNotContain("openapi.yaml:0 ")
                    .doesNotContainPattern("(?<!openapi\\.yaml:\\d{1,9} )#/");
            assertThat(requirement.mend()).endsWith(".");
        });
        assertThat(REQUIREMENTS).hasSizeGreaterThan(25);
    }
}
