package net.ixapi.auth.contract.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.ixapi.auth.contract.requirements.Requirement;
import net.ixapi.auth.contract.requirements.Requirements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each requirement has a test or a reason, and each test a requirement: the file and the scenarios must agree. */
class RequirementsTest {
    private static final List<Requirement> REQUIREMENTS = Requirements.ofTheContract();

    static Stream<Requirement> requirements() {
        return REQUIREMENTS.stream().filter(requirement -> requirement.id().startsWith("CLIENT-"));
    }

    @ParameterizedTest
    @MethodSource("requirements")
    void theScenariosOfARequirementJudgeIt(Requirement requirement) {
        List<String> judging = Scenarios.named(requirement.id());
        assertThat(judging).isEqualTo(namesWhere(requirement::isTestedBy));
        assertThat(judging.isEmpty()).isEqualTo(!requirement.reason().isEmpty());
        assertThat(requirement.tests().size() == 1 || !requirement.tests().contains(Requirement.ALL))
                .isTrue();
    }

    private static List<String> namesWhere(Predicate<String> condition) {
        return Scenarios.all().stream()
                .map(scenario -> scenario.name)
                .filter(condition)
                .toList();
    }

    @Test
    void whatIsJudgedIsARequirement() {
        assertThat(Scenarios.all().stream().flatMap(scenario -> scenario.judgements.keySet().stream()))
                .isSubsetOf(REQUIREMENTS.stream().map(Requirement::id).toList());
    }

    @Test
    void testsHaveNamesOfScenarios() {
        List<String> names = namesWhere(name -> true);
        assertThat(requirements().flatMap(requirement -> requirement.tests().stream()))
                .allMatch(test -> test.equals(Requirement.ALL) || names.contains(test));
    }

    @Test
    void idsAndNamesAreUniqueAndEachRequirementSaysHowToMendIt() {
        assertThat(REQUIREMENTS).extracting(Requirement::id).doesNotHaveDuplicates();
        assertThat(namesWhere(name -> true)).doesNotHaveDuplicates();
        assertThat(REQUIREMENTS).allSatisfy(requirement -> {
            assertThat(requirement.id()).matches("(CLIENT|AUTH)-[A-Z0-9]+-\\d{3}");
            assertThat(requirement.text()).endsWith(".");
            assertThat(requirement.source()).isNotBlank();
            assertThat(requirement.mend()).endsWith(".");
        });
        assertThat(requirements()).hasSizeGreaterThan(25);
    }
}
