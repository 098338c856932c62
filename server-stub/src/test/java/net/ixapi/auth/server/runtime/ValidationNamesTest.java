package net.ixapi.auth.server.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Violations name members as they stand in the JSON, and parameters as they stand in the document. */
class ValidationNamesTest {
    private static final String TOO_LONG = " must have at most 3 characters";

    /** A bean as the generator writes it: the annotations are on the getter. */
    public static class Port {
        private final String name;

        Port(String name) {
            this.name = name;
        }

        @NotNull @Size(max = 3) @JsonProperty("port_name")
        public String getName() {
            return name;
        }
    }

    public static class Site {
        private final Map<String, Port> ports;

        Site(Map<String, Port> ports) {
            this.ports = ports;
        }

        @JsonAnyGetter
        public Map<String, @Valid Port> getPorts() {
            return ports;
        }
    }

    record Order(
            @JsonProperty("the_port") @Valid Port port,
            @JsonProperty("all_ports") List<@Valid Port> ports,
            @JsonProperty("by_site") Map<String, @Valid Port> bySite,
            List<@NotNull @Size(max = 3) String> tags,
            List<List<@Size(max = 3) String>> table,
            Map<String, @Size(max = 3) String> labels) {}

    record Input(
            @JsonUnwrapped @NotNull @Valid Port port,
            @JsonProperty("X-Page") @Min(1) Integer page) {}

    record TwoOfAName(
            @JsonProperty("id") @Size(max = 3) String idPath,
            @JsonProperty("id") @Min(1) Integer idQuery) {}

    private static List<String> check(Object input) {
        return BodyReading.lines(new RequestValidator(Json.strict()).check(input));
    }

    @Test
    void namesMembersByTheirPath() {
        Port bad = new Port("long");

        assertThat(check(new Order(
                        bad, Arrays.asList(new Port("ok"), null, bad, new Port(null)), null, null, null, null)))
                .containsExactly(
                        "all_ports[2].port_name" + TOO_LONG,
                        "all_ports[3].port_name is required",
                        "the_port.port_name" + TOO_LONG);
    }

    @Test
    void namesItemsByTheirIndex() {
        assertThat(check(new Order(
                        null,
                        null,
                        null,
                        Arrays.asList("ok", "long", null),
                        List.of(List.of(), List.of("ok", "long")),
                        null)))
                .containsExactly("table[1][1]" + TOO_LONG, "tags[1]" + TOO_LONG, "tags[2] is required");
    }

    @Test
    void namesMembersOfMapsByTheirKey() {
        assertThat(check(new Order(
                        null,
                        null,
                        Map.of("fra", new Port("long"), "<ams>", new Port(null)),
                        null,
                        null,
                        Map.of("", "long", "x", "long"))))
                .containsExactly(
                        "by_site.<ams>.port_name is required",
                        "by_site.fra.port_name" + TOO_LONG,
                        "labels" + TOO_LONG,
                        "labels.x" + TOO_LONG);
    }

    @Test
    void namesMembersThatTheDocumentDoesNotList() {
        assertThat(check(new Site(Map.of("fra", new Port("long"))))).containsExactly("fra.port_name" + TOO_LONG);
    }

    @Test
    void namesTheBodysMembersAndTheParametersSideBySide() {
        assertThat(check(new Input(new Port(null), 0)))
                .containsExactly("X-Page must be at least 1", "port_name is required");
    }

    @Test
    void callsABodyThatIsMissingTheBody() {
        assertThat(check(new Input(null, 1))).containsExactly("body is required");
    }

    @Test
    void namesParametersOfTheSameNameInDifferentPlaces() {
        assertThat(check(new TwoOfAName("long", 0))).containsExactly("id must be at least 1", "id" + TOO_LONG);
    }

    @Test
    void saysNothingOfWhatKeepsToTheDocument() {
        assertThat(check(new Input(new Port("ok"), 1))).isEmpty();
    }
}
