package net.ixapi.auth.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseTest {
    /** The validator would end the run with an exception of its own. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":1}       | true  | false",
                "{\"a\":1e999}   | false | false",
                "{\"a\":1,       | false | false",
                "{\"a\":1,\"a\":2} | true  | true"
            })
    void isReadAsFarAsNumbersCanBe(String body, boolean isJson, boolean hasDuplicateNames) {
        Response response = new Response(200, List.of(), body.getBytes(StandardCharsets.UTF_8));

        assertThat(!response.json().isMissingNode()).isEqualTo(isJson);
        assertThat(response.hasDuplicateNames()).isEqualTo(hasDuplicateNames);
    }
}
