package net.ixapi.auth.contract.generated;

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
    /** The model may hold tokens. */
    @Override
    public String toString() {
        return "GeneratedCall[" + status + "]";
    }
}
