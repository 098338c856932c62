package net.ixapi.auth.contract.cases;

import static java.nio.charset.StandardCharsets.UTF_8;
import static net.ixapi.auth.contract.cases.OrderCases.cases;
import static net.ixapi.auth.contract.cases.OrderCases.json;
import static net.ixapi.auth.contract.cases.OrderCases.one;
import static net.ixapi.auth.contract.cases.OrderCases.tree;
import static net.ixapi.auth.contract.cases.OrderCases.validity;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import net.ixapi.auth.contract.document.OpenApiDocument;
import net.ixapi.auth.contract.document.Operation;
import org.junit.jupiter.api.Test;

/** On both sides of what a schema allows of a property. */
class PropertyCasesTest {
    @Test
    void theContractsBoundsAreTriedToBothSidesInThreeAlphabets() {
        OpenApiDocument contract = OpenApiDocument.ofTheContract();
        Operation logIn = contract.operations().get(0);

        Map<String, Boolean> lengths = validity(contract, logIn, "api_key minLength", "api_key maxLength");
        lengths.keySet().removeIf(name -> !name.contains(" characters ("));

        assertThat(lengths)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "api_key of 15 characters (ASCII)", false,
                        "api_key of 15 characters (non-ASCII)", false,
                        "api_key of 15 characters (astral)", false,
                        "api_key of 16 characters (ASCII)", true,
                        "api_key of 16 characters (non-ASCII)", true,
                        "api_key of 16 characters (astral)", true,
                        "api_key of 17 characters (ASCII)", false,
                        "api_key of 17 characters (non-ASCII)", false,
                        "api_key of 17 characters (astral)", false));
    }

    @Test
    void lengthsAreCountedInCharactersAndSentAsUtf8() {
        OpenApiDocument contract = OpenApiDocument.ofTheContract();
        Operation logIn = contract.operations().get(0);

        assertThat(cases(contract, logIn))
                .filteredOn(one -> one.name().equals("api_key of 16 characters (astral)"))
                .allSatisfy(one -> {
                    String key = json(one).path("api_key").asText();
                    assertThat(key.codePointCount(0, key.length())).isEqualTo(16);
                    assertThat(key.getBytes(UTF_8)).hasSize(64);
                })
                .isNotEmpty();
    }

    @Test
    void numbersAreTriedAroundTheirBounds() {
        assertThat(validity("vlan minimum"))
                .isEqualTo(Map.of("vlan is 0", false, "vlan is 1", true, "vlan is 2", true));
        assertThat(validity("vlan maximum"))
                .isEqualTo(Map.of("vlan is 4093", true, "vlan is 4094", true, "vlan is 4095", false));
    }

    /** A format is a hint: what is beyond its bounds may be refused, but what is within must not. */
    @Test
    void formatsAreTriedAtTheirBounds() {
        assertThat(hints("speed format"))
                .containsEntry("speed is 2147483647", false)
                .containsEntry("speed is -2147483648", false)
                .containsEntry("speed is 2147483648", true)
                .containsEntry("speed is -2147483649", true);
        assertThat(hints("day format"))
                .containsEntry("day is 2024-02-29", false)
                .containsEntry("day is 2023-02-29", true);
    }

    @Test
    void arraysAreTriedAroundTheirSizes() {
        assertThat(validity("tags minItems"))
                .isEqualTo(Map.of(
                        "tags is an array",
                        false,
                        "tags is as it should be",
                        true,
                        "tags of 0 items",
                        false,
                        "tags of 1 items",
                        true,
                        "tags of 2 items",
                        true));
        assertThat(validity("tags maxItems"))
                .isEqualTo(Map.of(
                        "tags is as it should be",
                        true,
                        "tags of 2 items",
                        true,
                        "tags of 3 items",
                        true,
                        "tags of 4 items",
                        false));
        assertThat(json(one("tags.0 of 1 characters (ASCII)")).path("tags")).isEqualTo(tree("['k','bb']"));
    }

    @Test
    void listedValuesAndPatterns() {
        assertThat(validity("kind enum"))
                .containsEntry("kind is none of its values", false)
                .containsEntry("kind is a listed value", true);
        assertThat(validity("contact.email pattern"))
                .isEqualTo(Map.of(
                        "contact.email is none of its values", false,
                        "contact.email is empty", false,
                        "contact.email is text", false,
                        "contact.email with NUL at its end", false,
                        "contact.email with a line break at its end", false,
                        "contact.email is as it should be", true));
    }

    @Test
    void eachTypeIsTried() {
        Map<String, Boolean> types = validity("vlan type");

        assertThat(types).hasSize(11);
        assertThat(types.remove("vlan is an integer")).isTrue();
        assertThat(types.remove("vlan is a number of as many digits as it may have characters"))
                .isTrue();
        assertThat(types.values()).containsOnly(false);
    }

    private static Map<String, Boolean> hints(String rule) {
        return cases().stream()
                .filter(one -> one.rule().equals(rule))
                .collect(Collectors.toMap(BodyCase::name, BodyCase::hint));
    }
}
