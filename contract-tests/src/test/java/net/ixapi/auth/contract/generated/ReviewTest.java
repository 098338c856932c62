package net.ixapi.auth.contract.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import net.ixapi.auth.contract.document.OpenApiDocument;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Header;
import net.ixapi.auth.contract.wire.Request;
import net.ixapi.auth.contract.wire.Response;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A model of another document may hold what the suite does not read. No response may end the run. */
class ReviewTest {
    private static final OpenApiDocument CONTRACT = OpenApiDocument.ofTheContract();

    public record Price(BigDecimal amount) {}

    public record Weight(double amount) {}

    /** The client takes text for a number. */
    @ParameterizedTest
    @ValueSource(strings = {"1e400", "-1e400", "1e999999999", "\"1e400\"", "\"1e999999999\""})
    void aNumberThatIsTooLongIsSaidToBeLost(String number) {
        String body = "{\"amount\":" + number + "}";
        BigDecimal amount = new BigDecimal(number.replace("\"", ""));

        assertThat(review(body, new Price(amount)).problems())
                .containsExactly("the model of 201 is not what came: the body has another value");
        assertThat(review(body, new Weight(amount.doubleValue())).problems()).isNotEmpty();
    }

    private static Review review(String body, Object model) {
        Operation operation = CONTRACT.operations().get(0);
        Response response = new Response(
                201, List.of(new Header("Content-Type", Request.JSON)), body.getBytes(StandardCharsets.UTF_8));
        Exchange exchange = new Exchange(Request.bare("POST", "/"), response, null, Duration.ZERO);
        return Review.of(CONTRACT, operation, new GeneratedCall(exchange, 201, model), response);
    }
}
