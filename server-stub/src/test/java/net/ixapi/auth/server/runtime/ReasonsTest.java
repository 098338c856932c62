package net.ixapi.auth.server.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients read, for every constraint that the generator writes. */
@ResourceLock(Resources.LOCALE)
class ReasonsTest {
    record Values(
            @NotNull String there,
            @Size(max = 3) String text,
            @Pattern(regexp = "^a") String pattern,
            @Email String mail,
            @Min(1) Integer min,
            @Max(5) Integer max,
            @DecimalMin("1.5") BigDecimal least,
            @DecimalMin(value = "1.5", inclusive = false) BigDecimal above,
            @DecimalMax("5.5") BigDecimal most,
            @DecimalMax(value = "5.5", inclusive = false) BigDecimal below) {}

    record Sizes(
            @Size(min = 16, max = 16) String exact,
            @Size(min = 2, max = 3) String both,
            @Size(min = 2) String least,
            @Size(max = 3) String most,
            @Size(min = 2, max = 2) List<Integer> exactItems,
            @Size(min = 2) Map<String, Integer> leastItems) {}

    private static final BigDecimal LOW = new BigDecimal("-987654");
    private static final BigDecimal HIGH = new BigDecimal("987654");
    private static final Values WRONG =
            new Values(null, "canary", "canary", "canary", -987654, 987654, LOW, LOW, HIGH, HIGH);

    private static final List<String> REASONS = List.of(
            "above must be more than 1.5",
            "below must be less than 5.5",
            "least must be at least 1.5",
            "mail must be a valid Email",
            "max must be at most 5",
            "min must be at least 1",
            "most must be at most 5.5",
            "pattern must match ^a",
            "text must have at most 3 characters",
            "there is required");

    private static List<String> check(Object input) {
        return BodyReading.lines(new RequestValidator(Json.strict()).check(input));
    }

    @Test
    void sayWhatIsWrongButNotTheValue() {
        assertThat(check(WRONG)).isEqualTo(REASONS);
        assertThat(REASONS).noneMatch(reason -> reason.contains("canary") || reason.contains("987654"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "fr", "ar-EG", "tr-TR", "ja-JP", "pt-BR"})
    void areEnglishWhateverTheMachineSpeaks(String tag) {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(tag));
            assertThat(check(WRONG)).isEqualTo(REASONS);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void sayHowManyCharactersAndItemsThereMayBe() {
        assertThat(check(new Sizes("", "", "", "long", List.of(1), Map.of())))
                .containsExactly(
                        "both must have from 2 to 3 characters",
                        "exact must have 16 characters",
                        "exactItems must have 2 items",
                        "least must have at least 2 characters",
                        "leastItems must have at least 2 items",
                        "most must have at most 3 characters");
    }

    @Test
    void stayAwayAtTheBounds() {
        BigDecimal least = new BigDecimal("1.50");
        BigDecimal most = new BigDecimal("5.50");

        assertThat(check(new Values("", "abc", "a", "a@b", 1, 5, least, most, most, least)))
                .isEmpty();
        assertThat(check(new Values("", null, null, null, null, null, null, least, null, most)))
                .containsExactly("above must be more than 1.5", "below must be less than 5.5");
    }
}
