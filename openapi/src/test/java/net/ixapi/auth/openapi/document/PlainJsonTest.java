package net.ixapi.auth.openapi.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainJsonTest {
    /** Not in the order of the alphabet. */
    record Pair(String b, String a) {}

    /** What has no property. */
    static final class Nothing {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1} {}",
                "1 2",
                "[1]]",
                "{\"a\":",
                "nul",
                "{'a':1}",
                "[1,]",
                "01",
                "1e309",
                "[-1e999999999]"
            })
    void refusesWhatIsNotOneValue(String json) {
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> PlainJson.read(json));
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> PlainJson.read(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void findsNothingInNothing() {
        assertThat(PlainJson.read("").isMissingNode()).isTrue();
        assertThat(PlainJson.read(new byte[0]).isMissingNode()).isTrue();
    }

    @Test
    void readsNoDeeperThanItSays() {
        String deepest = "[".repeat(PlainJson.MAX_DEPTH) + "]".repeat(PlainJson.MAX_DEPTH);
        assertThat(PlainJson.read(deepest).isArray()).isTrue();
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> PlainJson.read("[" + deepest + "]"));
    }

    @Test
    void quotesNothingOfWhatItCannotRead() {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> PlainJson.read("{\"key\":\"s3cret-canary\" s3cret-canary}"))
                .satisfies(e -> assertThat(e.toString()).doesNotContain("s3cret-canary"));
    }

    @Test
    void writesCharactersAsTheyAre() {
        assertThat(PlainJson.bytes(Map.of("k", "/\ud83d\ude00")))
                .isEqualTo("{\"k\":\"/\ud83d\ude00\"}".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void writesPropertiesInTheirOrder() {
        assertThat(PlainJson.text(new Pair("2", "1"))).isEqualToIgnoringWhitespace("{\"b\":\"2\",\"a\":\"1\"}");
        assertThat(PlainJson.text(new Nothing())).isEqualToIgnoringWhitespace("{}");
    }

    @Test
    void sharesItsBuffersAmongAllMappers() {
        assertThat(PlainJson.builder(1).build().getFactory()._getRecyclerPool())
                .isInstanceOf(BufferPool.class)
                .isSameAs(PlainJson.builder(2).build().getFactory()._getRecyclerPool());
    }
}
