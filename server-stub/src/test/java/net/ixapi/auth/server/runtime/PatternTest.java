package net.ixapi.auth.server.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.junit.jupiter.api.Test;

/** JSON Schema Validation, draft wright-00, section 5.8: a pattern is not anchored. */
class PatternTest {
    record Texts(
            @Pattern(regexp = "b+") String part,
            @Pattern(regexp = "^b+$") String whole) {}

    private static List<String> check(String part, String whole) {
        return BodyReading.lines(new RequestValidator(Json.strict()).check(new Texts(part, whole)));
    }

    @Test
    void matchesAPartOfTheText() {
        assertThat(check("abc", null)).isEmpty();
        assertThat(check("ac", null)).containsExactly("part must match b+");
    }

    @Test
    void matchesTheWholeWhereThePatternSaysSo() {
        assertThat(check(null, "bb")).isEmpty();
        assertThat(check(null, "abc")).containsExactly("whole must match ^b+$");
    }

    @Test
    void leavesWhatIsAbsentToOtherConstraints() {
        assertThat(check(null, null)).isEmpty();
    }
}
