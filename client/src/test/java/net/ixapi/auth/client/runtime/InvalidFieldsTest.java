package net.ixapi.auth.client.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import net.ixapi.auth.client.error.ApiStatusException;
import net.ixapi.auth.client.error.BadRequestException;
import net.ixapi.auth.client.error.FieldError;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvalidFieldsTest {
    private static final ApiOperation<Void> CREATE =
            ApiOperation.of("thing_create", "POST", "/things").succeeds("201");

    @AutoClose
    private final FakeServer server = new FakeServer();

    @AutoClose
    private final HttpTransport transport = HttpTransport.to(server.uri());

    @Test
    void theyComeInTheServersOrder() {
        server.answers(400, """
                {"properties": [{"name": "b", "reason": "is short"}, {"name": "a", "reason": "is missing"},
                                {"name": "b", "reason": "is ugly"}]}""");
        assertThat(Failures.of(BadRequestException.class, transport, CREATE.request())
                        .fields())
                .containsExactly(
                        new FieldError("b", "is short"),
                        new FieldError("a", "is missing"),
                        new FieldError("b", "is ugly"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"is short\"|is short",
                "\"\"|''",
                "{\"length\": 86}|{\"length\":86}",
                "[\"is short\", {\"min\": 1}]|[\"is short\",{\"min\":1}]",
                "86|86",
                "false|false",
                "null|''",
            })
    void aReasonIsTextOrJson(String reason, String text) {
        server.answers(400, "{\"properties\": [{\"name\": \"a\", \"reason\": " + reason + "}]}");
        assertThat(Failures.of(BadRequestException.class, transport, CREATE.request())
                        .fields())
                .containsExactly(new FieldError("a", text));
    }

    @Test
    void aReasonMayBeMissing() {
        server.answers(400, "{\"properties\": [{\"name\": \"a\"}]}");
        assertThat(Failures.of(BadRequestException.class, transport, CREATE.request())
                        .fields())
                .containsExactly(new FieldError("a", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"properties\": [{\"reason\": \"is short\"}, {\"name\": 5}, {\"name\": null}, \"a\", 7, null, []]}",
                "{\"properties\": []}",
                "{\"properties\": \"a\"}",
                "{\"properties\": {\"a\": \"is short\"}}",
                "{\"properties\": null}",
                "{}",
                "[]",
                "",
                "<html>",
            })
    void whatNamesNoFieldIsNone(String body) {
        server.answers(400, body);
        assertThat(Failures.of(BadRequestException.class, transport, CREATE.request())
                        .fields())
                .isEmpty();
    }

    @Test
    void anotherStatusHasThemInItsDetails() {
        server.answers(422, "{\"properties\": [{\"name\": \"a\", \"reason\": \"r\"}]}");
        assertThat(Failures.of(ApiStatusException.class, transport, CREATE.request())
                        .details()
                        .fields())
                .containsExactly(new FieldError("a", "r"));
    }
}
