package net.ixapi.auth.contract.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Request;
import net.ixapi.auth.contract.wire.Response;
import org.junit.jupiter.api.Test;

class FindingsTest {
    private final Findings findings = new Findings(check -> true);

    @Test
    void oneCauseIsOneFindingHoweverOftenItShows() {
        findings.add(finding("a", Level.VIOLATION, "POST /x", "200 for 201"));
        findings.add(finding("a", Level.VIOLATION, "POST /x", "200 for 201"));
        findings.add(finding("a", Level.VIOLATION, "POST /x", "200 for 201"));

        assertThat(findings.sorted()).singleElement().extracting(Finding::times).isEqualTo(3);
    }

    @Test
    void anotherCheckOrCauseIsAnotherFinding() {
        findings.add(finding("a", Level.VIOLATION, "POST /x", "200 for 201"));
        findings.add(finding("b", Level.VIOLATION, "POST /x", "200 for 201"));
        findings.add(finding("a", Level.VIOLATION, "POST /x", "202 for 201"));

        assertThat(findings.sorted()).hasSize(3).extracting(Finding::times).containsOnly(1);
    }

    @Test
    void oneCauseOfTwoOperationsIsOneFinding() {
        findings.add(finding("a", Level.VIOLATION, "POST /x", "403 for 401"));
        findings.add(finding("a", Level.VIOLATION, "POST /y", "403 for 401"));
        findings.add(finding("a", Level.VIOLATION, "POST /y", "403 for 401"));

        Finding one = findings.sorted().get(0);
        assertThat(findings.sorted()).hasSize(1);
        assertThat(one.subject()).isEqualTo("POST /x, POST /y");
        assertThat(one.times()).isEqualTo(3);
    }

    @Test
    void aCauseOfManyVariantsTellsTheFirstOnes() {
        IntStream.range(0, 50)
                .forEach(i -> findings.add(finding("s", Level.VIOLATION, "", "unexpected 422, expected " + (400 + i))));

        Finding one = findings.sorted().get(0);
        assertThat(one.times()).isEqualTo(50);
        assertThat(one.cause())
                .startsWith("unexpected 422, expected 400; unexpected 422, expected 401")
                .endsWith("; and more")
                .hasSizeLessThan(320);
    }

    @Test
    void oneCauseOfSeveralTokensStatusesOrSecretsIsOneFinding() {
        findings.add(finding("a", Level.VIOLATION, "", "access_token has no 'exp'"));
        findings.add(finding("a", Level.VIOLATION, "", "refresh_token has no 'exp'"));
        findings.add(finding("b", Level.VIOLATION, "", "400 comes as text/html"));
        findings.add(finding("b", Level.VIOLATION, "", "401 comes as text/html"));
        findings.add(finding("b", Level.VIOLATION, "", "400 comes as text/html"));
        findings.add(finding("b", Level.VIOLATION, "", "401 comes as text/plain"));
        findings.add(finding("r", Level.VIOLATION, "", "400: /type breaks 'required' of /x"));
        findings.add(finding("r", Level.VIOLATION, "", "401: /title breaks 'required' of /x"));
        findings.add(finding("s", Level.VIOLATION, "", "unexpected 422, expected 400"));
        findings.add(finding("s", Level.VIOLATION, "", "unexpected 422, expected 401"));
        findings.add(finding("s", Level.VIOLATION, "", "unexpected 403, expected 401"));
        findings.add(finding("p", Level.WEAKNESS, "", "a page of HTML for 405"));
        findings.add(finding("p", Level.WEAKNESS, "", "a page of HTML for 404"));
        findings.add(finding("c", Level.VIOLATION, "", "$IX_API_SECRET in the body of an error"));
        findings.add(finding("c", Level.VIOLATION, "", "$REFRESH_TOKEN in the body of an error"));

        assertThat(findings.sorted())
                .extracting(Finding::cause, Finding::times)
                .containsExactly(
                        tuple("access_token has no 'exp'; refresh_token has no 'exp'", 2),
                        tuple("400 comes as text/html; 401 comes as text/html", 3),
                        tuple("401 comes as text/plain", 1),
                        tuple("400: /type breaks 'required' of /x; 401: /title breaks 'required' of /x", 2),
                        tuple("unexpected 422, expected 400; unexpected 422, expected 401", 2),
                        tuple("unexpected 403, expected 401", 1),
                        tuple("$IX_API_SECRET in the body of an error; $REFRESH_TOKEN in the body of an error", 2),
                        tuple("a page of HTML for 405; a page of HTML for 404", 2));
    }

    @Test
    void threeKindsOfWhatIsAcceptedAreOneFinding() {
        Exchange accepted = new Exchange(
                Request.bare("POST", "/x"), new Response(201, List.of(), new byte[0]), null, Duration.ZERO);
        for (String cause : List.of("garbage is not refused", "forged tokens refresh", "an empty one refreshes")) {
            findings.add(new Finding("X-001", "a", Level.VIOLATION, "POST /x", cause, "401", "", "", accepted, 1));
        }

        assertThat(findings.sorted())
                .singleElement()
                .extracting(Finding::cause)
                .isEqualTo(
                        "what should be refused is accepted (3 kinds): garbage is not refused; forged tokens refresh; an empty one refreshes");
    }

    @Test
    void rulesThatAreNotEnforcedAreOneFindingOfAllOperationsAsLongAsTheSameComesOfThem() {
        for (String rule : List.of("a type", "b type", "a maxLength")) {
            int status = rule.equals("a maxLength") ? 401 : 201;
            Exchange taken = new Exchange(
                    Request.bare("POST", "/x"), new Response(status, List.of(), new byte[0]), null, Duration.ZERO);
            findings.add(new Finding(
                    "X-001",
                    "x",
                    Level.VIOLATION,
                    "POST /" + rule.charAt(0),
                    rule + " is not enforced",
                    "400",
                    "",
                    "",
                    taken,
                    1));
        }

        assertThat(findings.sorted())
                .extracting(Finding::subject, Finding::cause)
                .containsExactly(
                        tuple("POST /a, POST /b", "what should be refused is accepted (2 kinds): a type; b type"),
                        tuple("POST /a", "a maxLength is not enforced"));
        assertThat(findings.enforces("POST /b", "b type")).isFalse();
    }

    @Test
    void oneRuleOfSchemasThatAreAlikeIsOneFinding() {
        findings.add(finding("a", Level.VIOLATION, "", "401: /type breaks 'pattern' of /components/schemas/A/pattern"));
        findings.add(finding("a", Level.VIOLATION, "", "400: /type breaks 'pattern' of /components/schemas/B/pattern"));
        findings.add(finding("a", Level.VIOLATION, "", "400: /title breaks 'type' of /components/schemas/B/type"));

        assertThat(findings.sorted()).extracting(Finding::times).containsExactly(2, 1);
    }

    @Test
    void threeKindsOfWhatIsRefusedAlikeAreOneFinding() {
        Exchange refused = new Exchange(
                Request.bare("POST", "/x"), new Response(406, List.of(), new byte[0]), null, Duration.ZERO);
        for (String cause : List.of("Accept: */* is refused", "Accept: a/* is refused", "no Accept is refused")) {
            findings.add(new Finding("X-001", "a", Level.VIOLATION, "POST /x", cause, "201", "", "", refused, 1));
        }

        assertThat(findings.sorted())
                .singleElement()
                .extracting(Finding::cause)
                .isEqualTo("what should be accepted is refused (3 kinds):"
                        + " Accept: */* is refused; Accept: a/* is refused; no Accept is refused");
    }

    @Test
    void whatIsAcceptedOfSeveralRequirementsIsOneFindingForEach() {
        Exchange accepted = new Exchange(
                Request.bare("POST", "/x"), new Response(201, List.of(), new byte[0]), null, Duration.ZERO);
        for (String requirement : List.of("X-001", "X-002")) {
            for (String cause : List.of("a", "b", "c")) {
                findings.add(new Finding(
                        requirement, "x", Level.VIOLATION, "POST /x", requirement + cause, "401", "", "", accepted, 1));
            }
        }

        assertThat(findings.sorted()).extracting(Finding::requirement).containsExactly("X-001", "X-002");
    }

    @Test
    void whatElseIsWrongWithAResponseIsSaidWithItsStatusAndCountedOnce() {
        Exchange refused = new Exchange(
                Request.bare("POST", "/x"), new Response(404, List.of(), new byte[0]), null, Duration.ZERO);
        for (String cause : List.of("unexpected 404, expected 401", "unexpected 404, expected 401: a", "other")) {
            findings.add(new Finding("X-001", "a", Level.VIOLATION, "POST /x", cause, "401", "", "", refused, 1));
        }

        assertThat(findings.sorted())
                .extracting(Finding::cause, Finding::times)
                .containsExactly(tuple("unexpected 404, expected 401: a", 1), tuple("other", 1));
    }

    @Test
    void theWorstComesFirstAndOtherwiseTheOldest() {
        findings.add(finding("1", Level.INFO, "", ""));
        findings.add(finding("2", Level.VIOLATION, "", ""));
        findings.add(finding("3", Level.WEAKNESS, "", ""));
        findings.add(finding("4", Level.VIOLATION, "", ""));

        assertThat(findings.sorted()).extracting(Finding::check).containsExactly("2", "4", "3", "1");
    }

    @Test
    void isPrintedInOneLine() {
        assertThat(finding("a", Level.WEAKNESS, "POST /x", "200 for 201"))
                .hasToString("weakness a POST /x: 200 for 201");
    }

    private static Finding finding(String check, Level level, String subject, String cause) {
        return new Finding("X-001", check, level, subject, cause, "", "", "", null, 1);
    }
}
