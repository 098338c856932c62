package net.ixapi.auth.stub.fault;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import net.ixapi.auth.stub.clock.StubClock;
import net.ixapi.auth.stub.http.RequestAccount;
import net.ixapi.auth.stub.http.StubOperations;
import org.jspecify.annotations.Nullable;

/**
 * Lets requests meet the faults that they match. Safe for many threads.
 *
 * @param script the faults
 * @param clock what delays go by
 * @param operations what requests can call
 * @param accounts tells which account a request is for, null if none
 */
public record FaultFilter(
        FaultScript script, StubClock clock, StubOperations operations, Function<Context, @Nullable String> accounts) {
    /**
     * Lets faults end a request before its operation is called.
     *
     * @param config the configuration of a server that is not started yet
     */
    public static void install(JavalinConfig config) {
        config.routes.exception(FaultException.class, (e, context) -> e.response.accept(context));
    }

    /**
     * Lets a request meet a fault, before its operation is called.
     *
     * @param context the request
     */
    public void before(Context context) {
        // Asked before the fault is: whoever resets the stub from now on ends this request.
        int cancellations = clock.cancellations();
        Fault fault = script.take(() -> request(context));
        if (fault != null) {
            // Its operation, which would say so, may never be called.
            RequestAccount.set(account(context));
            Exchange exchange = new Exchange(context, fault, clock, cancellations);
            fault.pause.accept(exchange);
            fault.before.accept(exchange);
        }
    }

    private @Nullable String account(Context context) {
        try {
            return accounts.apply(context);
        } catch (HttpResponseException e) {
            // The fault takes the place of what its body would bring.
            return null;
        }
    }

    /**
     * Spoils the response of a request that has met a fault.
     *
     * @param context the request, whose operation was called
     */
    public void after(Context context) {
        Exchange exchange = Exchange.of(context);
        // Nothing is left to be spoilt where a wait was broken off.
        if (exchange != null && !exchange.isUnanswered()) {
            exchange.fault().after.accept(exchange);
            exchange.send();
        }
    }

    private StubRequest request(Context context) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(context.headerMap());
        return new StubRequest(
                context.method().name(),
                context.path(),
                operations.operation(context),
                headers,
                () -> account(context));
    }
}
