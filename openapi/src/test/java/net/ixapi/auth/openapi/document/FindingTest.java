package net.ixapi.auth.openapi.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FindingTest {
    @Test
    void findingIsOneLine() {
        assertThat(new Finding("f.yaml:1", "is wrong:\n  ([\n  ^")).hasToString("f.yaml:1: is wrong: ([ ^");
    }

    @Test
    void findingHasNoCommandsForTerminals() {
        assertThat(new Finding("f.yaml:1 at /a\n\033[31mb", "is\twrong"))
                .hasToString("f.yaml:1 at /a \ufffd[31mb: is\ufffdwrong");
    }

    @Test
    void findingIsNoLongerThanPeopleRead() {
        assertThat(new Finding("f.yaml:1", "a".repeat(501))).hasToString("f.yaml:1: " + "a".repeat(500) + "…");
    }
}
