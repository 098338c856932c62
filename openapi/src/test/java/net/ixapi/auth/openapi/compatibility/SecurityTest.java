package net.ixapi.auth.openapi.compatibility;

import static net.ixapi.auth.openapi.compatibility.Documents.changes;
import static net.ixapi.auth.openapi.compatibility.Documents.withOperation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may call an operation. */
class SecurityTest {
    private static final String PLACE = "request /paths/~1things/put/security: ";

    private static String secured(String requirements) {
        return withOperation(
                "put: {operationId: putThing, " + requirements + "responses: {'200': {description: The thing.}}}\n");
    }

    @ParameterizedTest
    @MethodSource
    void judgesSecurity(String was, String is, String change) {
        assertThat(changes(secured("security: " + was + ", "), secured("security: " + is + ", ")))
                .containsExactly(change.replace(" SECURITY ", " " + PLACE));
    }

    static Stream<Arguments> judgesSecurity() {
        return Stream.of(
                arguments(
                        "[{bearer: []}]",
                        "[{bearer: []}, {key: []}]",
                        "compatible SECURITY security was bearer, is bearer or key"),
                arguments(
                        "[{bearer: []}, {key: []}]",
                        "[{bearer: []}]",
                        "incompatible SECURITY security was bearer or key, is bearer"),
                arguments("[{bearer: []}]", "[{key: []}]", "incompatible SECURITY security was bearer, is key"),
                arguments(
                        "[{key: []}]",
                        "[{key: [read]}]",
                        "incompatible SECURITY another scheme or scope than before: key"),
                arguments(
                        "[{bearer: [], key: []}]",
                        "[{bearer: []}]",
                        "compatible SECURITY security was bearer and key, is bearer"),
                arguments(
                        "[{bearer: []}]", "[{missing: []}]", "incompatible SECURITY security was bearer, is missing"));
    }

    @Test
    void requirementsThatHoldForAllOperationsCount() {
        String was = secured("").replace("paths:", "security: []\npaths:");
        String is = was.replace("security: []", "security: [{bearer: []}]");
        assertThat(changes(was, is)).containsExactly("incompatible " + PLACE + "security was none, is bearer");
    }

    @Test
    void aSchemeIsWhatItsDescriptionSays() {
        String was = secured("security: [{key: []}], ");
        assertThat(changes(was, was.replace("name: Key}", "name: X-Key}")))
                .containsExactly("incompatible " + PLACE + "another scheme or scope than before: key");
        assertThat(changes(was, was.replace("name: Key}", "name: Key, description: A key.}")))
                .isEmpty();
    }
}
