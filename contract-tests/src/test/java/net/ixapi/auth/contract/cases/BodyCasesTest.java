package net.ixapi.auth.contract.cases;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.ixapi.auth.contract.document.OpenApiDocument;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.document.Property;
import net.ixapi.auth.openapi.document.PlainJson;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BodyCasesTest {
    private static final String ANOTHER_DOCUMENT = """
            openapi: 3.0.3
            info: {title: Another, version: '1'}
            paths:
              /orders/{order_id}/lines:
                post:
                  requestBody:
                    content:
                      application/json:
                        schema:
                          type: object
                          required: [kind, contact]
                          allOf:
                            - $ref: '#/components/schemas/Named'
                            - type: object
                              required: [tags]
                              properties:
                                tags:
                                  type: array
                                  minItems: 1
                                  maxItems: 3
                                  items: {type: string, minLength: 2}
                          properties:
                            kind: {type: string, enum: [port, lag]}
                            vlan: {type: integer, minimum: 1, maximum: 4094}
                            speed: {type: integer, format: int32}
                            day: {type: string, format: date}
                            contact:
                              type: object
                              required: [email]
                              properties:
                                email: {type: string, pattern: '^\\S+@\\S+$'}
                            absent:
                              type: object
                              properties:
                                deep: {type: string, maxLength: 3}
                            ports:
                              {type: array, uniqueItems: true, items: {type: integer, multipleOf: 4}, example: [8]}
                            labels: {type: object, minProperties: 1, maxProperties: 2, example: {a: b}}
                        example:
                          {kind: port, vlan: 5, name: ab, tags: [aa, bb], contact: {email: a@b}}
                  responses:
                    '200': {description: ok}
            components:
              schemas:
                Named:
                  type: object
                  properties:
                    name: {type: string, minLength: 2, maxLength: 2}
            """;

    @TempDir
    private static Path folder;

    private static OpenApiDocument another;
    private static Operation order;

    @BeforeAll
    static void readTheOtherDocument() throws IOException {
        another = OpenApiDocument.read(Files.writeString(folder.resolve("another.yaml"), ANOTHER_DOCUMENT));
        order = another.operations().get(0);
    }

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
    void eachRuleOfEachDocumentIsBroken() {
        assertThat(unbroken(
                        OpenApiDocument.ofTheContract(),
                        OpenApiDocument.ofTheContract().operations().get(0)))
                .isEmpty();
        assertThat(unbroken(another, order)).isEmpty();
    }

    @Test
    void everythingElseInABodyStaysAsItIs() {
        BodyCase left = one("contact.email left out");

        assertThat(json(left)).isEqualTo(tree("{'kind':'port','vlan':5,'name':'ab','tags':['aa','bb'],'contact':{}}"));
        assertThat(left.valid()).isFalse();
        assertThat(left.rule()).isEqualTo("contact.email required");
    }

    @Test
    void whatIsRequiredStandsAnywhereInTheSchema() {
        assertThat(one("kind left out").valid()).isFalse();
        assertThat(one("tags left out").valid()).isFalse();
        assertThat(one("name left out").valid()).isTrue();
        assertThat(one("vlan left out").valid()).isTrue();
    }

    @Test
    void numbersAreTriedAroundTheirBounds() {
        assertThat(validity(another, order, "vlan minimum"))
                .isEqualTo(Map.of("vlan is 0", false, "vlan is 1", true, "vlan is 2", true));
        assertThat(validity(another, order, "vlan maximum"))
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
    void noBodyIsTheSameAsAnother() {
        assertThat(cases(another, order))
                .extracting(one -> one.name() + one.rule() + one.body())
                .doesNotHaveDuplicates();
        assertThat(cases(another, order))
                .filteredOn(one -> one.name().equals("kind is a listed value"))
                .hasSize(2);
    }

    /** A document need not say that a date is a text, and may allow texts that nobody wants to send. */
    @Test
    void noSchemaIsTooMuch(@TempDir Path other) throws IOException {
        OpenApiDocument document = OpenApiDocument.read(Files.writeString(other.resolve("other.yaml"), """
                paths:
                  /x:
                    post:
                      requestBody:
                        content:
                          application/json:
                            schema:
                              properties:
                                day: {format: date}
                                note: {type: string, maxLength: 2147483647}
                                notes: {type: array, maxItems: 2000000000}
                                long: {type: string, minLength: 5000}
                                endless: {type: string, minLength: 2147483647}
                                many: {type: array, uniqueItems: true, minItems: 2000000000}
                            example: {day: '2024-01-01', note: abc, notes: [abc]}
                      responses: {'200': {description: ok}}
                """));
        List<BodyCase> cases = cases(document, document.operations().get(0));

        assertThat(cases).extracting(BodyCase::name).contains("day is 2024-02-29");
        assertThat(cases).noneMatch(one -> one.body().length() > 1_000_000);
        assertThat(cases)
                .filteredOn(one -> !one.valid())
                .extracting(BodyCase::rule)
                .doesNotContain("note maxLength", "notes maxItems");
    }

    private static Map<String, Boolean> hints(String rule) {
        return cases(another, order).stream()
                .filter(one -> one.rule().equals(rule))
                .collect(Collectors.toMap(BodyCase::name, BodyCase::hint));
    }

    @Test
    void arraysAreTriedAroundTheirSizes() {
        assertThat(validity(another, order, "tags minItems"))
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
        assertThat(validity(another, order, "tags maxItems"))
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
        assertThat(validity(another, order, "kind enum"))
                .containsEntry("kind is none of its values", false)
                .containsEntry("kind is a listed value", true);
        assertThat(validity(another, order, "contact.email pattern"))
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
        Map<String, Boolean> types = validity(another, order, "vlan type");

        assertThat(types).hasSize(11);
        assertThat(types.remove("vlan is an integer")).isTrue();
        assertThat(types.remove("vlan is a number of as many digits as it may have characters"))
                .isTrue();
        assertThat(types.values()).containsOnly(false);
    }

    @Test
    void wholeBodiesThatAreNotAnObject() {
        assertThat(cases(another, order))
                .filteredOn(one -> one.property() == null)
                .hasSize(8)
                .noneMatch(BodyCase::valid)
                .extracting(one -> one.body())
                .contains("null", "5", "true", "\"text\"");
    }

    @Test
    void areAlwaysTheSame() {
        assertThat(cases(another, order))
                .extracting(one -> one + one.body())
                .isEqualTo(cases(another, order).stream()
                        .map(one -> one + one.body())
                        .toList());
    }

    @Test
    void propertiesComeFromAllPartsOfTheSchema() {
        assertThat(order.properties())
                .extracting(Property::name)
                .containsExactlyInAnyOrder(
                        "kind",
                        "vlan",
                        "speed",
                        "day",
                        "contact",
                        "contact.email",
                        "absent",
                        "absent.deep",
                        "ports",
                        "ports.0",
                        "labels",
                        "name",
                        "tags",
                        "tags.0");
        assertThat(order.properties())
                .filteredOn(Property::required)
                .extracting(Property::name)
                .containsExactlyInAnyOrder("kind", "contact", "contact.email", "tags");
    }

    private static List<String> unbroken(OpenApiDocument document, Operation operation) {
        List<String> broken = cases(document, operation).stream()
                .filter(one -> !one.valid() || one.hint())
                .map(BodyCase::rule)
                .toList();
        return operation.properties().stream()
                .flatMap(property -> property.rules().stream())
                .filter(rule -> !broken.contains(rule))
                .toList();
    }

    /** Whether all cases of a name are valid, by name. */
    private static Map<String, Boolean> validity(OpenApiDocument document, Operation operation, String... rules) {
        return cases(document, operation).stream()
                .filter(one -> List.of(rules).contains(one.rule()))
                .collect(Collectors.toMap(BodyCase::name, BodyCase::valid, Boolean::logicalAnd, LinkedHashMap::new));
    }

    private static BodyCase one(String name) {
        return cases(another, order).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name));
    }

    private static List<BodyCase> cases(OpenApiDocument document, Operation operation) {
        return BodyCases.of(document, operation, (ObjectNode) operation.example());
    }

    private static JsonNode json(BodyCase one) {
        return PlainJson.read(one.body());
    }

    private static JsonNode tree(String json) {
        return PlainJson.read(json.replace('\'', '"'));
    }
}
