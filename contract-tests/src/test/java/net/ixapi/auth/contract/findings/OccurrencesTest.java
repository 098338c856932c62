package net.ixapi.auth.contract.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OccurrencesTest {
    @Test
    void findsTextsAtTheEdgesAndOverEachOther() {
        List<String> texts = List.of("abcdefgh", "cdefghij", "cdefghijk", "efghijkl", "efghijklm", "bcdefghx");

        assertThat(Occurrences.of(texts, "abcdefghijkl"))
                .containsExactlyInAnyOrder("abcdefgh", "cdefghij", "cdefghijk", "efghijkl");
        assertThat(Occurrences.of(texts, "abcdefg")).isEmpty();
    }
}
