package net.ixapi.auth.client.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestBodyTest {
    record Thing(String name, List<OffsetDateTime> times) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes(@JsonSubTypes.Type(value = Cat.class, name = "cat"))
    sealed interface Pet permits Cat {}

    record Cat(String name) implements Pet {}

    @AutoClose
    private final FakeServer server = new FakeServer();

    @AutoClose
    private final HttpTransport transport = HttpTransport.to(server.uri());

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "GET"})
    void theMethodIsTheOperations(String method) {
        transport.send(ApiOperation.of("thing_do", method, "/thing").request());
        assertThat(server.request().method()).isEqualTo(method);
    }

    @Test
    void theBodyIsJsonInUtf8() {
        Thing thing = new Thing("Zürich", List.of(OffsetDateTime.parse("2026-01-31T10:00:00+02:00")));
        transport.send(sending("application/json").request().body(thing));
        assertThat(server.request().body()).isEqualTo("""
                {"name":"Zürich","times":["2026-01-31T10:00:00+02:00"]}""");
        assertThat(server.request().header("Content-Length")).containsExactly("56");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/merge-patch+json", "application/json; charset=UTF-8"})
    void itsTypeIsTheOperations(String mediaType) {
        transport.send(sending(mediaType).request().body(Map.of()));
        assertThat(server.request().header("Content-Type")).containsExactly(mediaType);
    }

    @Test
    void aMemberSetToNullIsSentByMergePatch() {
        transport.send(sending("application/merge-patch+json").request().body(Collections.singletonMap("name", null)));
        assertThat(server.request().body()).isEqualTo("{\"name\":null}");
    }

    @Test
    void theItemsOfAListSayOfWhichKindTheyAre() {
        transport.send(
                sending("application/json").request().body(List.of(new Cat("Tom")), new TypeRef<List<Pet>>() {}));
        assertThat(server.request().body()).isEqualTo("[{\"type\":\"cat\",\"name\":\"Tom\"}]");
    }

    @Test
    void withoutABodyNoTypeIsSent() {
        transport.send(sending("application/json").request().body(null));
        assertThat(server.request().body()).isEmpty();
        assertThat(server.request().headers()).doesNotContainKeys("Content-Type", "Transfer-Encoding");
    }

    @Test
    void aBodyThatIsNoJsonIsRefusedByItsClassAlone() {
        ApiRequest<Void> request = sending("application/json").request().body(new Unwritable());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> transport.send(request))
                .withMessageContaining(Unwritable.class.getName())
                .satisfies(refusal -> assertThat(Failures.saidBy(refusal)).doesNotContain("canary"));
        assertThat(server.requests()).isEmpty();
    }

    static final class Unwritable {
        public String getName() {
            throw new IllegalStateException("canary");
        }
    }

    private static ApiOperation<Void> sending(String mediaType) {
        return ApiOperation.of("thing_create", "POST", "/things").sends(mediaType);
    }
}
