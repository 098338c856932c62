package net.ixapi.auth.contract.cases;

import static net.ixapi.auth.contract.cases.OrderCases.cases;
import static net.ixapi.auth.contract.cases.OrderCases.json;
import static net.ixapi.auth.contract.cases.OrderCases.one;
import static net.ixapi.auth.contract.cases.OrderCases.tree;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.ixapi.auth.contract.document.OpenApiDocument;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.document.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of the body as a whole. */
class BodyCasesTest {
    @Test
    void eachRuleOfEachDocumentIsBroken() {
        assertThat(unbroken(
                        OpenApiDocument.ofTheContract(),
                        OpenApiDocument.ofTheContract().operations().get(0)))
                .isEmpty();
        assertThat(unbroken(OrderCases.DOCUMENT, OrderCases.ORDER)).isEmpty();
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
    void noBodyIsTheSameAsAnother() {
        assertThat(cases())
                .extracting(one -> one.name() + one.rule() + one.body())
                .doesNotHaveDuplicates();
        assertThat(cases())
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

    @Test
    void wholeBodiesThatAreNotAnObject() {
        assertThat(cases())
                .filteredOn(one -> one.property() == null)
                .hasSize(8)
                .noneMatch(BodyCase::valid)
                .extracting(one -> one.body())
                .contains("null", "5", "true")
                .anyMatch(body -> body.startsWith("\"{\\\"kind"));
    }

    @Test
    void areAlwaysTheSame() {
        assertThat(cases())
                .extracting(one -> one + one.body())
                .isEqualTo(cases().stream().map(one -> one + one.body()).toList());
    }

    @Test
    void propertiesComeFromAllPartsOfTheSchema() {
        assertThat(OrderCases.ORDER.properties())
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
        assertThat(OrderCases.ORDER.properties())
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
}
