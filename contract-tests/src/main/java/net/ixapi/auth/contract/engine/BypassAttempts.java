package net.ixapi.auth.contract.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Request;
import net.ixapi.auth.contract.wire.Response;

/**
 * Attempts to get in that must all be refused. Those that are not have one cause, so they are one finding. Not safe for use by
 * several threads at once.
 */
public final class BypassAttempts {
    private final CheckContext context;
    private final Map<String, Exchange> successful = new LinkedHashMap<>();

    /** No attempts yet. */
    public BypassAttempts(CheckContext context) {
        this.context = context;
    }

    /**
     * Makes an attempt.
     *
     * @param what in few words
     * @param request the request
     * @param refused what must come
     */
    public void make(String what, Request request, Expectation refused) {
        Exchange exchange = context.confirmed(() -> request, refused);
        if (exchange.success().filter(BypassAttempts::hasTokens).isPresent()) {
            successful.put(what, exchange);
        } else if (exchange.success().isPresent()) {
            context.report(withoutTokens(exchange), refused.text(), refused.source(), exchange);
        } else {
            context.judge(exchange, refused);
        }
    }

    /** A proxy may show a page to log in, and a server its error. */
    static String withoutTokens(Exchange exchange) {
        return "what is not accepted brings " + exchange.status() + ", but no tokens";
    }

    /** Whether a response brings a token. */
    public static boolean hasTokens(Response response) {
        return Stream.of(Fixtures.ACCESS_TOKEN, Fixtures.REFRESH_TOKEN)
                .anyMatch(name -> !response.property(name).isEmpty());
    }

    /**
     * Reports those that were not refused.
     *
     * @param cause what is wrong, if there are any
     */
    public void report(String cause) {
        successful.values().stream().findFirst().ifPresent(first -> {
            Expectation refused = context.unauthenticated(cause);
            String all = cause + ": " + String.join(", ", successful.keySet());
            context.report(all, refused.text(), refused.source(), first);
        });
    }
}
