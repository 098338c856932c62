package net.ixapi.auth.stub.fault;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.function.Function;
import net.ixapi.auth.stub.clock.StubClock;
import net.ixapi.auth.stub.http.StubOperations;
import org.jspecify.annotations.Nullable;

/** Lets requests meet the faults that they match. Safe for many threads. */
public final class FaultFilter {
    /** The attribute of a request that met a {@link Fault}. */
    public static final String FAULT = FaultFilter.class.getName();

    /** The attribute of a request that gets no response. */
    public static final String UNANSWERED = FAULT + ".unanswered";

    private static final String EXCHANGE = FAULT + ".exchange";

    private final FaultScript script;
    private final StubClock clock;
    private final StubOperations operations;
    private final Function<Context, @Nullable String> accounts;

    /**
     * A filter.
     *
     * @param script the faults
     * @param clock what delays go by
     * @param operations what requests can call
     * @param accounts tells which account a request is for, null if none
     */
    public FaultFilter(
            FaultScript script,
            StubClock clock,
            StubOperations operations,
            Function<Context, @Nullable String> accounts) {
        this.operations = operations;
        this.accounts = accounts;
        this.script = script;
        this.clock = clock;
    }

    /**
     * Puts the filter before and after the operations. What is to see responses before they are spoilt is installed earlier.
     *
     * @param config the configuration of a server that is not started yet
     */
    public void install(JavalinConfig config) {
        config.routes.before(StubOperations.only(this::before));
        config.routes.exception(FaultException.class, (e, context) -> e.answer(context));
        config.routes.after(StubOperations.only(this::after));
    }

    private void before(Context context) {
        // Asked before the fault is: whoever resets the stub from now on ends this request.
        int cancellations = clock.cancellations();
        Fault fault = script.take(() -> request(context));
        if (fault != null) {
            Exchange exchange = new Exchange(context, clock, cancellations);
            context.attribute(FAULT, fault);
            context.attribute(EXCHANGE, exchange);
            fault.pause(exchange);
            fault.before(exchange);
        }
    }

    private void after(Context context) {
        Fault fault = context.attribute(FAULT);
        Exchange exchange = context.attribute(EXCHANGE);
        // Nothing is left to be spoilt where a wait was broken off.
        if (fault != null && exchange != null && context.attribute(UNANSWERED) == null) {
            fault.after(exchange);
        }
    }

    private StubRequest request(Context context) {
        return new StubRequest(
                context.method().name(),
                context.path(),
                operations.operation(context),
                StubOperations.headers(context),
                () -> accounts.apply(context));
    }
}
