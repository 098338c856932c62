package net.ixapi.auth.contract.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Request;
import net.ixapi.auth.contract.wire.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What shows only once more what another finding does is told with that. */
class ConsequencesTest {
    private final Findings findings = new Findings(check -> true);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            all tokens have the same signature | tokens that the server did not issue refresh: other claims
            application/json; is not understood | application/json; charset=utf-8 is not understood
            two accounts are one subject | wrong credentials log in: a wrong secret
            two accounts are one subject | access_token is the old one
            log-ins at the same time fail | right credentials are refused
            a new refresh token is refused | what is not a refresh token refreshes, and what is one does not: an access token
            a new refresh token is refused that a refresh brought | what is not a refresh token refreshes, and what is one does not
            refresh_token expires earlier than the old one | what is not a refresh token refreshes, and what is one does not
            refresh_token does not live longer than access_token | what is not a refresh token refreshes, and what is one does not
            a new refresh token is refused | refresh_token is not a JSON Web Token that can be read, for its white space
            api_key is refused as invalid where it keeps to the document | wrong credentials log in: a key with a space after it
            401: /type breaks 'required' of /x | what is not accepted is not refused as such: /type breaks 'required' of /x
            400: /type breaks 'pattern' of /x | what is not accepted is not refused as such
            the property 'status' is not the HTTP status | what is not accepted is not refused as such
            unexpected 404, expected 401 | an unknown key can be told from a wrong secret by the body, the status
            """)
    void whatFollowsFromAnotherFindingIsToldWithThat(String cause, String from) {
        findings.add(ofStatus(404, "X-002", cause));
        findings.add(ofStatus(404, "X-001", from));

        assertThat(findings.sorted())
                .extracting(Finding::requirement, Finding::cause, Finding::times)
                .containsExactly(tuple("X-001", from + "; " + cause, 2));
        assertThat(findings.toldElsewhere()).isEqualTo(Map.of("X-002", "told by the finding of X-001"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            right credentials are refused | an unknown key can be told from a wrong secret by the status
            a server fault (500) where it is not refused: api_key type is not enforced | a server fault (503) where it is not refused: api_key type is not enforced
            """)
    void ofTwoThatFollowFromEachOtherNoneIsLost(String cause, String other) {
        findings.add(ofStatus(403, "X-001", cause));
        findings.add(ofStatus(403, "X-002", other));

        assertThat(findings.sorted()).extracting(Finding::requirement).containsExactly("X-001", "X-002");
        assertThat(findings.toldElsewhere()).isEmpty();
    }

    @Test
    void aViolationIsNotLostInAWeakness() {
        findings.add(of(Level.VIOLATION, "all tokens have the same signature"));
        findings.add(of(Level.WEAKNESS, "tokens that the server did not issue refresh: other claims"));

        assertThat(findings.sorted()).extracting(Finding::level).containsExactly(Level.VIOLATION, Level.WEAKNESS);
    }

    @Test
    void anotherStatusThanTheOneThatTellsHasACauseOfItsOwn() {
        findings.add(ofStatus(404, "X-001", "unexpected 404, expected 401"));
        findings.add(ofStatus(403, "X-002", "an unknown key can be told from a wrong secret by the status"));
        findings.add(ofStatus(404, "X-003", "an unknown key can be told from a wrong secret by the body"));

        assertThat(findings.sorted()).hasSize(3);
        assertThat(findings.toldElsewhere()).isEmpty();
    }

    @Test
    void whatNobodyWantsToKnowTellsNothing() {
        Findings some = new Findings("X-001"::equals);
        some.add(ofStatus(404, "X-001", "unexpected 404, expected 401"));
        some.add(ofStatus(404, "X-002", "an unknown key can be told from a wrong secret by the status"));

        assertThat(some.sorted()).extracting(Finding::requirement).containsExactly("X-001");
    }

    private static Finding ofStatus(int status, String requirement, String cause) {
        Response response = new Response(status, List.of(), new byte[0]);
        Exchange exchange = new Exchange(Request.bare("POST", "/x"), response, null, Duration.ZERO);
        return new Finding(
                requirement, requirement, Level.VIOLATION, "POST /x", cause, "201 or 401", "", "", exchange, 1);
    }

    private static Finding of(Level level, String cause) {
        return new Finding("X-001", "x", level, "POST /x", cause, "", "", "", null, 1);
    }
}
