package net.ixapi.auth.client.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.ixapi.auth.client.error.InvalidResponseException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A newer server may know more kinds of things than the document. */
class UnknownKindTest {
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({@JsonSubTypes.Type(value = Cat.class, name = "cat")})
    sealed interface Pet permits Cat {}

    record Cat(Mood mood) implements Pet {}

    /** As the generator writes enums. */
    enum Mood {
        CALM,
        UNKNOWN;

        @JsonCreator
        static Mood of(String value) {
            return Stream.of(values())
                    .filter(mood -> mood.name().equals(value))
                    .findFirst()
                    .orElse(UNKNOWN);
        }
    }

    private static final ApiOperation<List<Pet>> LIST =
            ApiOperation.of("pet_list", "GET", "/pets").returns(new TypeRef<List<Pet>>() {});
    private static final ApiOperation<Pet> READ =
            ApiOperation.of("pet_read", "GET", "/pet").returns(new TypeRef<Pet>() {});

    @AutoClose
    private final FakeServer server = new FakeServer();

    @AutoClose
    private final HttpTransport transport = HttpTransport.to(server.uri());

    @Test
    void knownKindsAreRead() {
        server.answers(200, "[{\"type\": \"cat\", \"mood\": \"CALM\"}]");
        assertThat(transport.send(LIST.request()).body()).containsExactly(new Cat(Mood.CALM));
    }

    @Test
    void anUnknownKindInAListIsNull() {
        server.answers(200, "[{\"type\": \"dog\", \"x\": {}}, {\"type\": \"cat\"}]");
        assertThat(transport.send(LIST.request()).body()).isEqualTo(Arrays.asList(null, new Cat(null)));
    }

    @Test
    void anUnknownValueOfAnEnumIsTheUnknownOne() {
        server.answers(200, "[{\"type\": \"cat\", \"mood\": \"BORED\"}]");
        assertThat(transport.send(LIST.request()).body()).containsExactly(new Cat(Mood.UNKNOWN));
    }

    @Test
    void anUnknownKindAsTheWholeAnswerIsUnreadable() {
        server.answers(200, "{\"type\": \"dog\"}");
        assertThat(Failures.of(InvalidResponseException.class, transport, READ.request()))
                .hasMessage(
                        "pet_read: HTTP 200, but the response is null, or of a kind that the document does not describe");
    }
}
