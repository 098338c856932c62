package net.ixapi.auth.openapi.compatibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AcceptedChangesTest extends CompatibilityRun {
    @Test
    void whatIsPrintedCanBePastedAndAccepts() throws IOException {
        write(document, NARROWED.replace("maxLength: 8", "maxLength: 8, enum: [\"it's\", \"a: b # c\"]"));
        assertThat(run()).isEqualTo(1);
        String entries = out.toString()
                .lines()
                .dropWhile(line -> !line.startsWith("  - change"))
                .collect(Collectors.joining("\n"));
        write(accepted, "changes:\n" + entries.replaceAll("reason: ", "reason: Nobody sends more."));
        assertThat(run()).isZero();
        assertThat(out.toString()).contains("incompatible, but accepted in " + accepted + ":");
    }

    @Test
    void acceptanceIsOfOneChangeOnly() throws IOException {
        write(accepted, "changes:\n  - {change: '" + CHANGE + "', reason: Nobody sends more.}\n");
        write(document, NARROWED.replace("maxLength: 8", "maxLength: 7"));
        assertThat(run()).isEqualTo(1);
        assertThat(out.toString()).contains("INCOMPATIBLE:", "was 9, is 7");
    }

    @Test
    void staleAcceptanceFails() throws IOException {
        write(accepted, "changes:\n  - {change: '" + CHANGE + "', reason: Nobody sends more.}\n");
        assertThat(run()).isEqualTo(1);
        assertThat(out.toString().lines())
                .contains(accepted + ":2 at /changes/0: is stale: no incompatible change has this name, remove it: "
                        + CHANGE);
    }

    @Test
    void acceptanceGivenTwiceFails() throws IOException {
        String entry = "  - {change: '" + CHANGE + "', reason: Nobody sends more.}\n";
        write(accepted, "changes:\n" + entry + entry);
        write(document, NARROWED);
        assertThat(run()).isEqualTo(1);
        assertThat(out.toString()).contains(accepted + ":3 at /changes/1: is stale");
    }

    @ParameterizedTest
    @MethodSource
    void acceptedChangesMustBeWellFormed(String text, String message) throws IOException {
        write(accepted, text);
        assertThat(run()).isEqualTo(2);
        assertThat(err).hasToString(accepted + message + System.lineSeparator());
    }

    static Stream<Arguments> acceptedChangesMustBeWellFormed() {
        return Stream.of(
                arguments("changes: none", ":1 at /changes: must be a list, [] if nothing was accepted"),
                arguments("change: []", ":1 at /changes: must be a list, [] if nothing was accepted"),
                arguments("changes: {a: b}", ":1 at /changes: must be a list, [] if nothing was accepted"),
                arguments("changes:\n- change: a\n  reason: ' '", ":2 at /changes/0: has no reason"),
                arguments("changes:\n- reason: a", ":2 at /changes/0: has no change"),
                arguments("changes: [", ":1:11: expected the node content, but found '<stream end>'"));
    }
}
