import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import net.ixapi.auth.client.runtime.Transport;
import net.ixapi.auth.templates.RawHttp;
import net.ixapi.auth.server.runtime.ApiRoute;
import net.ixapi.auth.templates.Scenario;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import scenario.model.Everything;
import scenario.model.EverythingInner;
import scenario.model.Vault;
import scenario.server.MembersApi;
import scenario.server.MembersApiRoutes;

public class FeatureScenario implements Scenario {
    @Override
    public List<ApiRoute> routes() {
        return MembersApiRoutes.of(new MembersApi() {
            @Override
            public Everything membersCreate(Everything everything) {
                return everything;
            }
        });
    }

    @Override
    public void run(Transport client, RawHttp http) {
        Everything everything = everything();
        assertThat(new scenario.client.MembersApi(client).membersCreate(everything)).isEqualTo(everything);
        assertThat(everything).hasSameHashCodeAs(everything()).isEqualTo(everything()).isNotEqualTo(new Everything());
        assertThat(everything.toString()).contains("greeting=hello", "secret=*", "secrets=*", "secretMap=*", "additionalProperties={extra=7}").doesNotContain("canary");

        // A required member that may be null is sent as null; other absent members are left out.
        assertThat(http.post("/members", "{\"either\": null, \"extra\": 7}").body())
                .isEqualTo("{\"either\":null,\"greeting\":\"hello\",\"extra\":7}");
        assertThat(http.post("/members", "{\"either\": null, \"inner\": {}}").body()).contains("inner.deep", "is required");
        assertThat(http.post("/members", "{\"either\": null, \"when\": \"now\", \"counts\": {\"a\": \"b\"}, \"extra\": \"x\"}").body())
                .contains("\"when\"", "counts.a", "\"extra\"");
        annotationsSayWhatTheDocumentSays();
    }

    private static void annotationsSayWhatTheDocumentSays() {
        String beyond = Character.toString(0x1f600);
        assertThat(violated(everything()
                        .id(null)
                        .code(beyond.repeat(2))
                        .names(Arrays.asList(null, beyond.repeat(2)))
                        .grid(List.of(List.of(1)))
                        .labels(Map.of("a", "l", "b", "l"))
                        .inner(new EverythingInner().deep(""))))
                .isEmpty();
        assertThat(violated(new Everything()
                        .code("")
                        .names(List.of("long"))
                        .grid(Arrays.asList(null, List.of(), List.of(0)))
                        .labels(Map.of("a", "x", "b", "l", "c", "l"))
                        .inner(new EverythingInner())
                        .putAdditionalProperty("extra", 10)))
                .containsExactlyInAnyOrder(
                        "code: length must be between 1 and 2",
                        "names[0].<list element>: length must be at most 2",
                        "grid[0].<list element>: {jakarta.validation.constraints.NotNull.message}",
                        "grid[1].<list element>: {jakarta.validation.constraints.Size.message}",
                        "grid[2].<list element>[0].<list element>: must be greater than 0",
                        "labels: {jakarta.validation.constraints.Size.message}",
                        "labels[a].<map value>: {jakarta.validation.constraints.Pattern.message}",
                        "inner.deep: {jakarta.validation.constraints.NotNull.message}",
                        "additionalProperties[extra].<map value>: must be at most 9");
    }

    private static List<String> violated(Everything everything) {
        try (ValidatorFactory factory = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()) {
            return factory.getValidator().validate(everything).stream()
                    .map(violation -> violation.getPropertyPath() + ": " + violation.getMessageTemplate())
                    .toList();
        }
    }

    private static Everything everything() {
        return new Everything()
                .either("x")
                .id("1")
                .bytes("bytes".getBytes(StandardCharsets.UTF_8))
                .when(OffsetDateTime.parse("2026-01-02T03:04:05.678+02:00"))
                .day(LocalDate.of(2026, 1, 2))
                .link(URI.create("https://ix.example/"))
                .unique(new LinkedHashSet<>(List.of("a", "b")))
                .counts(Map.of("a", 1))
                .anything(Map.of("any", List.of(1)))
                .secret("canary")
                .secrets(List.of("canary"))
                .secretMap(Map.of("a", "canary"))
                .secretRef("canary")
                .secretPart("canary")
                .secretRefList(List.of("canary"))
                .secretRefMap(Map.of("a", "canary"))
                .secretListRef(List.of("canary"))
                .vault(new Vault().name("n").putAdditionalProperty("a", "canary"))
                .keys(List.of(ByteBuffer.wrap(new byte[] {1, 2})))
                .inner(new EverythingInner().deep("d"))
                .putAdditionalProperty("extra", 7);
    }
}
