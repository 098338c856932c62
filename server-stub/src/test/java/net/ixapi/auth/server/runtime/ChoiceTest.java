package net.ixapi.auth.server.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Types that a discriminator tells apart. */
class ChoiceTest {
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind", visible = true)
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Cable.class, name = "cable"),
        @JsonSubTypes.Type(value = Port.class, name = "port")
    })
    interface Part {}

    record Cable(String kind, Integer length) implements Part {}

    record Port(String kind, Boolean free) implements Part {}

    record Order(List<Part> parts) {}

    @Test
    void readsTheTypeThatTheDiscriminatorNames() {
        assertThat(BodyReading.of(
                        "{\"parts\": [{\"length\": 3, \"kind\": \"cable\"}, {\"kind\": \"port\"}]}", Order.class))
                .isEqualTo(
                        new BodyReading(new Order(List.of(new Cable("cable", 3), new Port("port", null))), List.of()));
    }

    @Test
    void namesMembersOfTheChosenType() {
        assertThat(BodyReading.of("{\"kind\": \"port\", \"free\": \"yes\", \"length\": \"any\"}", Part.class)
                        .violations())
                .containsExactly("free must be a boolean");
        assertThat(BodyReading.of("{\"parts\": [{\"kind\": \"cable\", \"length\": 1.5}]}", Order.class)
                        .violations())
                .containsExactly("parts[0].length must be an integer of 32 bits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"kind\": \"pipe\"}", "{\"kind\": null}", "{\"kind\": 5}", "{\"kind\": {}}"})
    void refusesAnotherDiscriminator(String part) {
        assertThat(BodyReading.of(part, Part.class).violations())
                .containsExactly("body must be of the documented type");
        assertThat(BodyReading.of("{\"parts\": [" + part + ", 7]}", Order.class).violations())
                .hasSize(2)
                .contains("parts[0] must be of the documented type");
    }
}
