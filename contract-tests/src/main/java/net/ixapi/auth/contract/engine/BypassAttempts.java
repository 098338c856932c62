package net.ixapi.auth.contract.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Header;
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
        make(what, context.confirmed(() -> request, refused), refused);
    }

    /**
     * Makes an attempt beside what vouches for no body: the tokens and cookies of a log-in, an address that anybody can name, and
     * others. Where they do together, each is sent alone, so that the finding names the one that does.
     *
     * @param what in few words
     * @param request the request
     * @param pair what a log-in brought
     * @param others more of such headers
     */
    public void makeBeside(String what, Request request, Response pair, Header... others) {
        // Gateways refuse odd headers as they like, and servers with sessions ask for a token against forged requests.
        Expectation refused = Expectation.refusal("");
        List<String> cookies = new ArrayList<>(Fixtures.cookies(pair));
        cookies.add(Fixtures.REFRESH_TOKEN + "=" + pair.property(Fixtures.REFRESH_TOKEN));
        List<Header> headers = new ArrayList<>(List.of(others));
        headers.add(new Header("Authorization", "Bearer " + pair.property(Fixtures.ACCESS_TOKEN)));
        headers.add(new Header("Cookie", String.join("; ", cookies)));
        headers.add(new Header("X-Forwarded-For", "127.0.0.1"));
        Request all = request;
        for (Header header : headers) {
            all = all.withHeader(header.name(), header.value());
        }
        Exchange exchange = context.send(all);
        if (refused.allows(exchange.status())) {
            context.judge(exchange, refused);
            return;
        }
        int before = successful.size();
        make(what, request, refused);
        if (successful.size() == before) {
            headers.forEach(header -> make(
                    what + " beside " + header.name(), request.withHeader(header.name(), header.value()), refused));
        }
        if (successful.size() == before) {
            make(what + " beside all kinds of headers", all, refused);
        }
    }

    private void make(String what, Exchange exchange, Expectation refused) {
        if (letsIn(exchange)) {
            successful.put(what, exchange);
        } else if (exchange.success().isPresent() && !callsInvalid(context.operation(), exchange)) {
            context.report(withoutTokens(exchange), refused.text(), refused.source(), exchange);
        } else {
            context.judge(exchange, refused);
        }
    }

    /** Whether a success says itself that the request is invalid. */
    static boolean callsInvalid(Operation operation, Exchange exchange) {
        String type =
                exchange.success().map(response -> response.property("type")).orElse("");
        return operation
                .invalid()
                .filter(due -> operation.problemTypes(due).contains(type))
                .isPresent();
    }

    /** A proxy may show a page to log in, and a server its error. */
    static String withoutTokens(Exchange exchange) {
        return "what is not accepted brings " + exchange.status() + ", but no tokens";
    }

    /** Whether what came is a success that brings a token. */
    public static boolean letsIn(Exchange exchange) {
        return exchange.success().stream()
                .flatMap(response -> Fixtures.TOKENS.stream().map(response::property))
                .anyMatch(token -> !token.isEmpty());
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
