package net.ixapi.auth.openapi;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import java.util.stream.Collectors;
import net.ixapi.auth.openapi.document.Finding;

/** What a failed check shows: the findings, one a line. */
final class Findings {
    private Findings() {}

    static void assertNone(List<Finding> findings) {
        if (!findings.isEmpty()) {
            fail(findings.stream().map(Finding::toString).collect(Collectors.joining("\n", "\n", "\n")));
        }
    }
}
