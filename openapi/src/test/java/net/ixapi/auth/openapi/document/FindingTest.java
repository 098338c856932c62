package net.ixapi.auth.openapi.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FindingTest {
    @Test
    void findingIsOneLine() {
        assertThat(new Finding("f.yaml:1", "is wrong:\n  ([\n  ^")).hasToString("f.yaml:1: is wrong: ([ ^");
    }
}
