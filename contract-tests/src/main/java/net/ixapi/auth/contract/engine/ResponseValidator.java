package net.ixapi.auth.contract.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.document.SchemaViolation;
import net.ixapi.auth.contract.findings.Finding;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Response;
import net.ixapi.auth.openapi.document.Place;

/**
 * Compares a response with what must come. One cause is one finding: a response of the right kind under a wrong status is blamed for
 * its status only, and then read as the right one. Immutable.
 *
 * @param context the check
 * @param operation the operation
 * @param exchange what was sent, and what came
 * @param response what came
 * @param status its status
 * @param expectation what must come
 */
record ResponseValidator(
        CheckContext context,
        Operation operation,
        Exchange exchange,
        Response response,
        int status,
        Expectation expectation) {
    private static final String BODY = "response-body";
    private static final String TYPE = "content-type";
    private static final String STATUS = "documented-status";

    /**
     * What a response stands for.
     *
     * @param status the documented status; 0 where the document has none like it
     * @param check who blames its own status; empty where that is right
     * @param cause what that is blamed for
     */
    private record Meant(int status, String check, String cause) {
        static Meant right(int status) {
            return new Meant(status, "", "");
        }

        boolean isRight() {
            return check.isEmpty();
        }
    }

    static void judge(CheckContext context, Exchange exchange, Expectation expectation) {
        Response response = exchange.response();
        if (response == null && Gateway.suspects(exchange) && context.fixtures().isFirewalled()) {
            context.noteGateway(exchange, expectation.text());
        } else if (response == null) {
            context.as("answers").report("" + exchange.failure(), "a response", exchange);
        } else {
            new ResponseValidator(context, context.operation(), exchange, response, response.status(), expectation)
                    .judge();
        }
    }

    private void judge() {
        // PHP prints the error that ends a program with the status that it had until then.
        boolean fault = LeakDetector.look(context, exchange, response) || status >= 500;
        if (status == 401 && response.header("WWW-Authenticate").isEmpty()) {
            // Hardly any API keeps to that.
            context.as(TYPE).reportServer("401 without WWW-Authenticate", "WWW-Authenticate", exchange);
        }
        if (isMissing(context, exchange)) {
            report(STATUS, missing(status), "" + operation.success(), operation.source());
        } else if (fault) {
            report("no-server-error", "a server fault (" + status + ")", expectation.text(), "");
        } else if (status / 100 == 3) {
            report("no-redirect", "a redirect");
        } else if (BypassAttempts.callsInvalid(operation, exchange)) {
            report(STATUS, unexpected(operation.invalid().orElse(0)));
        } else if (status / 100 == 2
                && !BypassAttempts.letsIn(exchange)
                && isKnownOfRefusals(BypassAttempts.withoutTokens(exchange))) {
            report(refusals(), BypassAttempts.withoutTokens(exchange));
        } else if (Gateway.answered(context, exchange, response, expectation)) {
            context.noteGateway(exchange, expectation.text());
        } else if (!Gateway.mayAnswer(exchange)) {
            Meant meant = meant();
            if (meant.status > 0) {
                content(meant);
            } else {
                LeakDetector.page(context, exchange, response);
            }
        }
    }

    /** Where nothing else comes of an operation, not even of an empty object, a server is blamed for that once. */
    static boolean isMissing(CheckContext context, Exchange exchange) {
        Operation operation = context.operation();
        Response response = exchange.response();
        int status = exchange.status();
        CoverageRecorder coverage = context.probe().coverage();
        boolean missing = response != null
                && response.knowsNoOperation()
                && !operation.statuses().contains(status)
                && coverage.statuses(operation).equals(List.of(status));
        return missing
                && (context.probe().findings().has(STATUS, missing(status))
                        || context.send(context.request("{}")).status() == status);
    }

    private static String missing(int status) {
        return "the server does not have the operation (" + status + ")";
    }

    /** Whether this is found already of what is not accepted: where it comes of another such request, it is no other case. */
    private boolean isKnownOfRefusals(String cause) {
        return operation.unauthenticated().filter(expectation::allows).isPresent()
                && context.probe().findings().has(refusals(), cause);
    }

    private String refusals() {
        return TriedOperations.logsIn(operation) ? "credentials" : "refresh-refusals";
    }

    private boolean isInvalid() {
        return operation.invalid().equals(Optional.of(status));
    }

    private Meant meant() {
        if (expectation.allows(status)) {
            // Where any 4xx will do, the document does not describe what it looks like.
            boolean asInvalid = isInvalid() && isKnownOfRefusals(Finding.NOT_AS_SUCH);
            return Meant.right(expectation.statuses().isEmpty() || asInvalid ? 0 : status);
        } else if (operation.statuses().contains(status)) {
            return elsewhere();
        }
        int likely = expectation.statuses().stream()
                // The one that it was said to stand for already, or else the one that it looks like.
                .sorted(Comparator.comparing(
                                (Integer due) -> !context.probe().findings().has(STATUS, unexpected(due)))
                        .thenComparing(due -> List.of(403, 404).contains(status) && due != 401))
                .filter(due -> due / 100 == status / 100)
                .findFirst()
                .orElse(0);
        return likely > 0
                ? blamed(likely, STATUS, unexpected(likely))
                : blamed(0, context.check(), expectation.cause());
    }

    private Meant blamed(int due, String check, String cause) {
        report(check, cause);
        return new Meant(due, check, cause);
    }

    /** What is documented, but for something else. A server that refuses no credentials as such calls all wrong ones invalid. */
    private Meant elsewhere() {
        boolean asInvalid = isInvalid() && expectation.otherwise().endsWith(Finding.REFUSED_AS_INVALID);
        boolean never = TriedOperations.logsIn(operation)
                && operation.unauthenticated().stream()
                        .allMatch(due -> context.probe().coverage().responses(operation, due) == 0);
        if (asInvalid && never) {
            return blamed(status, refusals(), Finding.NOT_AS_SUCH);
        }
        String cause = status / 100 == 4 ? expectation.otherwise() : expectation.cause();
        Meant blamed = blamed(status, asInvalid ? "request-body" : context.check(), cause);
        return cause.equals(Finding.NOT_AS_SUCH) ? blamed : Meant.right(status);
    }

    private String unexpected(int due) {
        return "unexpected " + status + ", expected " + due;
    }

    private void content(Meant meant) {
        List<String> documented = operation.mediaTypes(meant.status);
        if (documented.isEmpty()) {
            return;
        } else if (!response.header("Content-Encoding").orElse("identity").equalsIgnoreCase("identity")) {
            report(TYPE, "an encoding that nobody asked for", "identity", "RFC 9110, section 12.5.3");
            return;
        }
        String type = response.mediaType();
        boolean named = documented.contains(type);
        if (!named) {
            String came = type.isEmpty() ? " has no Content-Type" : " comes as " + type;
            report(meant, TYPE, status + came, String.join(" or ", documented));
        }
        if (!response.json().isMissingNode()) {
            if (!response.isAsItsCharsetHasIt()) {
                report(TYPE, status + " has another charset than its text", "UTF-8", "RFC 8259, section 8.1");
            }
            body(meant, named ? type : documented.get(0));
        } else if (response.isUnread()) {
            String why = "the body of " + status + " is longer, deeper or has longer numbers than is read";
            context.noteUnjudged(why, exchange, "the documented schema");
        } else if (named) {
            // Said already where it does not even claim to be JSON.
            report(meant, BODY, "the body of " + status + " is not JSON", "JSON");
        }
    }

    private void body(Meant meant, String mediaType) {
        JsonNode own = response.json().path("status");
        boolean ownStatus = status >= 400 && meant.isRight() && own.isNumber() && own.asDouble() != status;
        Place schema = operation.schema(meant.status, mediaType);
        String json = response.json().toString();
        for (SchemaViolation violation : context.probe().document().violations(schema, json)) {
            ownStatus &= !violation.property().equals("/status");
            // Of a status that is blamed already, its type says no more than that.
            if (meant.isRight()
                    || !violation.property().equals("/type")
                    || violation.keyword().equals("required")) {
                String text = violation.text();
                report(meant, BODY, meant.isRight() ? status + ": " + text : text, "the documented schema");
            }
        }
        if (ownStatus) {
            report("problem-status", "the property 'status' is not the HTTP status", "" + status, "");
        }
        if (response.text().startsWith("\ufeff")) {
            report(BODY, status + " begins with a byte order mark", "JSON without one (RFC 8259, section 8.1)", "");
        }
        if (response.hasDuplicateNames()) {
            report(BODY, status + ": a name stands twice in an object", "it once", "");
        }
    }

    /** What else is wrong with a response whose status is blamed is said with that. */
    private void report(Meant meant, String check, String cause, String expected) {
        String source = operation.source(meant.status);
        if (meant.isRight()) {
            report(check, cause, expected, source);
        } else {
            report(meant.check, meant.cause + ": " + cause, expected, source);
        }
    }

    private void report(String check, String cause) {
        report(check, cause, expectation.text(), expectation.source());
    }

    private void report(String check, String cause, String expected, String source) {
        context.as(check).report(cause, expected, source, exchange);
    }
}
