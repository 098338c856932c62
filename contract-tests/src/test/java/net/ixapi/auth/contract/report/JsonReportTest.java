package net.ixapi.auth.contract.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.ixapi.auth.contract.engine.Options;
import net.ixapi.auth.contract.run.ContractRun;
import net.ixapi.auth.contract.targets.EmbeddedStub;
import net.ixapi.auth.openapi.document.PlainJson;
import org.junit.jupiter.api.Test;

public class JsonReportTest {
    private static final String SCHEMA_TEXT = read("report.schema.json");
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SCHEMA_TEXT, InputFormat.JSON);

    @Test
    void keepsToItsSchema() {
        assertThat(errors(ReportFiles.json(SampleReport.hostile()))).isEmpty();
        assertThat(errors(ReportFiles.json(SampleReport.strict(SampleReport.of()))))
                .isEmpty();
    }

    @Test
    void aRealReportKeepsToItsSchema() throws Exception {
        try (EmbeddedStub stub = EmbeddedStub.start()) {
            Report report = ContractRun.of(stub, Options.DEFAULT);

            assertThat(errors(ReportFiles.json(report))).isEmpty();
            assertThat(tree(ReportFiles.json(report)).path("verdict").asText()).isEqualTo("conformant");
        }
    }

    @Test
    void theSchemaFindsWhatIsWrong() {
        String json = ReportFiles.json(SampleReport.hostile());

        assertThat(errors(json.replace("\"violation\"", "\"sin\""))).isNotEmpty();
        assertThat(errors(json.replace("\"seed\" : 1", "\"seed\" : \"1\""))).isNotEmpty();
        assertThat(errors(json.replace("\"verdict\"", "\"judgement\""))).isNotEmpty();
    }

    @Test
    void everyPropertyIsInTheSchema() {
        JsonNode report = tree(ReportFiles.json(SampleReport.hostile()));
        JsonNode properties = tree(SCHEMA_TEXT).path("properties");

        assertThat(names(report)).isEqualTo(names(properties));
        for (String list : List.of("checks", "coverage", "rules", "requirements", "findings")) {
            assertThat(names(report.path(list).path(0)))
                    .as(list)
                    .isEqualTo(names(properties.path(list).path("items").path("properties")));
        }
    }

    @Test
    void theTraceTableLeadsFromEachCheckToItsRequirementsAndBack() {
        JsonNode report = tree(ReportFiles.json(SampleReport.hostile()));
        JsonNode methods = report.path("checks").path(1);

        assertThat(methods.path("requirements").valueStream().map(JsonNode::asText))
                .isNotEmpty()
                .containsExactlyElementsOf(report.path("requirements")
                        .valueStream()
                        .filter(requirement ->
                                requirement.path("tests").valueStream().anyMatch(methods.path("name")::equals))
                        .map(requirement -> requirement.path("id").asText())
                        .toList());
    }

    /** Reflection knows methods in another order each time, and a file of another order cannot be compared line by line. */
    @Test
    void thePropertiesAreInTheSameOrderEachTime() {
        assertThat(tree(ReportFiles.json(SampleReport.hostile()))
                        .propertyStream()
                        .map(Map.Entry::getKey))
                .startsWith("verdict", "side", "contract", "target")
                .endsWith("strict", "about", "checks", "requirements", "outdated", "findings");
    }

    @Test
    void textsStayAsTheyAre() {
        JsonNode finding =
                tree(ReportFiles.json(SampleReport.hostile())).path("findings").path(0);

        assertThat(finding.path("cause").asText()).contains("\u001b[2J", "<script>alert('x')</script>");
        assertThat(finding.path("times").asInt()).isEqualTo(2);
    }

    /** What is wrong with a report.json, of a server or of a client. */
    public static List<Error> errors(String json) {
        return SCHEMA.validate(json, InputFormat.JSON);
    }

    private static JsonNode tree(String json) {
        return PlainJson.read(json);
    }

    private static Set<String> names(JsonNode object) {
        return object.propertyStream().map(Map.Entry::getKey).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String read(String name) {
        try (InputStream file = ReportFiles.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
