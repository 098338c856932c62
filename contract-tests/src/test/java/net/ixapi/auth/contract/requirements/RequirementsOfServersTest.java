package net.ixapi.auth.contract.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import net.ixapi.auth.contract.checks.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each requirement of servers has a check or a reason, and each check a requirement. */
class RequirementsOfServersTest {
    static Stream<Requirement> requirements() {
        return Requirements.ofTheContract().stream()
                .filter(requirement -> requirement.id().startsWith("AUTH-"));
    }

    @ParameterizedTest
    @MethodSource("requirements")
    void hasACheckOrAReason(Requirement requirement) {
        assertThat(requirement.tests().isEmpty())
                .isEqualTo(!requirement.reason().isEmpty());
        assertThat(Catalogue.titles().keySet()).containsAll(requirement.tests());
    }

    @Test
    void eachCheckHasRequirementsOfWhichOneTakesWhatHasNoOther() {
        for (String check : Catalogue.titles().keySet()) {
            List<Requirement> tested = requirements()
                    .filter(requirement -> requirement.tests().contains(check))
                    .toList();

            assertThat(tested).as(check).isNotEmpty();
            assertThat(tested)
                    .as("those of " + check + " without a cause")
                    .filteredOn(requirement -> requirement.cause().isEmpty())
                    .hasSizeLessThanOrEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("requirements")
    void aPlaceInTheDocumentIsThereAndGetsItsLine(Requirement requirement) {
        assertThat(requirement.source())
                .matches("(openapi\\.yaml:\\d+ #/|RFC|CWE).*")
                .as("a place that is not there has no line of its own")
                .doesNotContain("openapi.yaml:0 ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            log-in          | right credentials are refused now and then                                | AUTH-LOGIN-001
            log-in          | log-ins at the same time fail                                             | AUTH-LOGIN-002
            credentials     | wrong credentials log in: a secret with another end                       | AUTH-LOGIN-003
            credentials     | wrong credentials log in: a key of SQL, credentials in the query          | AUTH-LOGIN-003
            credentials     | wrong credentials log in: credentials in the query                        | AUTH-LOGIN-005
            credentials     | wrong credentials log in: those of the document's example                 | AUTH-LOGIN-004
            tokens          | access_token is not a JSON Web Token that can be read                     | AUTH-TOKEN-001
            tokens          | access_token is signed with a guessable key                               | AUTH-TOKEN-003
            tokens          | refresh_token: 'exp' is not in seconds                                    | AUTH-TOKEN-004
            tokens          | access_token: 'iat' is in the future                                      | AUTH-TOKEN-005
            tokens          | refresh_token does not live longer than access_token                      | AUTH-TOKEN-007
            tokens          | caches may keep tokens                                                    | AUTH-TOKEN-009
            refresh         | a new refresh token is refused                                            | AUTH-REFRESH-001
            refresh         | access_token is the old one                                               | AUTH-REFRESH-002
            refresh-refusals | what is not a refresh token refreshes: an access token                   | AUTH-REFRESH-006
            request-body    | api_key maxLength is not enforced                                         | AUTH-BODY-001
            request-body    | api_key is refused as invalid where it keeps to the document              | AUTH-BODY-002
            allow-header    | other methods bring 401                                                   | AUTH-HTTP-006
            allow-header    | 405 does not name the right method                                        | AUTH-HTTP-005
            response-body   | 201: a name stands twice in an object                                     | AUTH-RESPONSE-005
            response-body   | 401: /type breaks 'pattern'                                               | AUTH-RESPONSE-004
            no such check   | anything                                                                  | ''
            """)
    void aFindingBelongsToTheRequirementWhoseCauseItHas(String check, String cause, String id) {
        assertThat(Requirements.idOf(check, cause)).isEqualTo(id);
    }
}
