package net.ixapi.auth.contract.engine;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Framing;
import net.ixapi.auth.contract.wire.Request;
import net.ixapi.auth.contract.wire.Response;

/** Tells what a proxy or a firewall in front of a server answered from what the server did. */
final class Gateway {
    private static final Set<Integer> STATUSES = Set.of(403, 405, 406, 411, 413, 414, 431);
    /** What firewalls of web applications look for, what is not one object among it. */
    private static final Pattern SUSPICIOUS =
            Pattern.compile("[$'%*;<\\\\]|\\[\\[|\\{\\{|\\}\\{|,\\}|--|__proto__|constructor|\\.\\./|[^ -~]|[^}]\\z");
    /** Longer than any request of a client that means well. */
    private static final int MAX_ORDINARY = 1_000;

    private Gateway() {}

    /** A page for what looks like an attack says nothing about the server, once that is known to send what is due. */
    static boolean answered(CheckContext context, Exchange exchange, Response response, Expectation expectation) {
        Operation operation = context.operation();
        CoverageRecorder coverage = context.probe().coverage();
        int status = response.status();
        boolean html = response.mediaType().equals("text/html");
        boolean foreign = STATUSES.contains(status) && !operation.statuses().contains(status);
        // Where the server's own errors are JSON, a page under the same status is another's.
        boolean page = html
                && context.probe().document().operations().stream()
                        .anyMatch(other -> other.mediaTypes(status).stream()
                                .anyMatch(coverage.mediaTypes(other, status)::containsKey));
        // A limit that is told in JSON is as well the server's own.
        boolean limit = mayAnswer(exchange) && response.json().isContainerNode();
        return (foreign || page)
                && !limit
                && operation.statuses().stream()
                        .noneMatch(due -> operation.problemTypes(due).contains(response.property("type")))
                && (suspects(exchange) || html && status == 403 && hasUnusualHeaders(exchange.request()))
                && (expectation.statuses().isEmpty()
                        || expectation.statuses().stream().anyMatch(due -> coverage.responses(operation, due) > 0));
    }

    /** The core rules of ModSecurity want an Accept, and media types that they know. */
    private static boolean hasUnusualHeaders(Request request) {
        return !request.headers()
                .equals(Request.json(request.method(), request.path(), "").headers());
    }

    /** Whether a request looks like an attack. */
    static boolean suspects(Exchange exchange) {
        String body = new String(exchange.request().body(), StandardCharsets.UTF_8);
        return body.length() > MAX_ORDINARY || SUSPICIOUS.matcher(body).find();
    }

    /** Any server may have a limit (RFC 9110, section 15.5.14), and ask for a length (RFC 9112, section 6.3). */
    static boolean mayAnswer(Exchange exchange) {
        int status = exchange.status();
        return status == 413 && exchange.request().body().length > MAX_ORDINARY
                || status == 411 && exchange.request().framing() == Framing.CHUNKED;
    }
}
