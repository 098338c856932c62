package net.ixapi.auth.contract.generated;

import java.util.Optional;
import net.ixapi.auth.client.error.ApiException;
import net.ixapi.auth.client.error.ApiStatusException;
import net.ixapi.auth.contract.wire.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * A call of the generated client: what came over the wire, and what the client made of it. Immutable.
 *
 * @param exchange what came
 * @param status the status that the client tells its caller; 0 where it tells none
 * @param model the model that the caller gets; null where there is none
 */
public record GeneratedCall(
        Exchange exchange, int status, @Nullable Object model) {
    static GeneratedCall failed(Exchange exchange, ApiException failure) {
        if (failure instanceof ApiStatusException problem) {
            Optional<Object> model = problem.problem(Object.class);
            return new GeneratedCall(exchange, problem.status(), model.orElse(null));
        }
        return new GeneratedCall(exchange, 0, null);
    }

    /** The model may hold tokens. */
    @Override
    public String toString() {
        return "GeneratedCall[" + status + "]";
    }
}
