package net.ixapi.auth.contract.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.ixapi.auth.contract.findings.Finding;
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
    private final Map<String, Exchange> invalid = new LinkedHashMap<>();

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
        } else if (isInvalid(exchange) && !refused.allows(exchange.status())) {
            invalid.put(what, exchange);
        } else {
            context.judge(exchange, refused);
        }
    }

    private boolean isInvalid(Exchange exchange) {
        return TriedOperations.logsIn(context.operation())
                && context.operation().invalid().equals(Optional.of(exchange.status()));
    }

    /** A proxy may show a page to log in, and a server its error. */
    static String withoutTokens(Exchange exchange) {
        return "what is not accepted brings " + exchange.status() + ", but no tokens";
    }

    static boolean hasTokens(Response response) {
        return Stream.of(Fixtures.ACCESS_TOKEN, Fixtures.REFRESH_TOKEN)
                .anyMatch(name -> !response.property(name).isEmpty());
    }

    /**
     * Reports those that were not refused, or refused for another reason.
     *
     * @param cause what is wrong, if some were not refused
     */
    public void report(String cause) {
        Expectation unauthenticated = context.unauthenticated("");
        boolean others = unauthenticated.statuses().stream()
                .anyMatch(due -> context.probe().coverage().responses(context.operation(), due) > 0);
        String asInvalid = String.join(", ", invalid.keySet()) + Finding.REFUSED_AS_INVALID;
        // A server that knows how to refuse the others demands more of a body than the document does.
        CheckContext judge = others ? context.as("request-body") : context;
        Expectation expected = others ? unauthenticated.otherwise(asInvalid) : unauthenticated;
        invalid.values().forEach(exchange -> judge.judge(exchange, expected));
        successful.values().stream().findFirst().ifPresent(first -> {
            Expectation refused = context.unauthenticated(cause);
            String all = cause + ": " + String.join(", ", successful.keySet());
            context.report(all, refused.text(), refused.source(), first);
        });
    }
}
