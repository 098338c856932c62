package net.ixapi.auth.contract.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import net.ixapi.auth.contract.document.OpenApiDocument;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.document.SchemaViolation;
import net.ixapi.auth.contract.findings.Findings;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.findings.Secrets;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Framing;
import net.ixapi.auth.contract.wire.Request;
import net.ixapi.auth.contract.wire.Response;

/**
 * Compares what came with what must come. One cause is one finding: an answer of the right kind under a wrong status is blamed for
 * its status only, and then read as the right one. Not safe for use by several threads at once.
 */
final class ResponseValidator {
    private static final String STATUS = "documented-status";
    private static final Set<Integer> GATEWAY_STATUSES = Set.of(403, 406, 411, 413, 414, 431);
    /** What firewalls of web applications look for. */
    private static final Pattern SUSPICIOUS = Pattern.compile("[$'%*;<\\\\]|\\[\\[|\\{\\{|--|\\.\\./|[^ -~]");
    /** Longer than any request of a client that means well. */
    private static final int MAX_ORDINARY = 1_000;

    private static final String CODING = "RFC 9110, section 12.5.3";

    private final OpenApiDocument document;
    private final Findings findings;
    private final LeakDetector leakDetector;
    private final CoverageRecorder coverage;

    ResponseValidator(OpenApiDocument document, Findings findings, Secrets secrets, CoverageRecorder coverage) {
        this.coverage = coverage;
        this.document = document;
        this.findings = findings;
        this.leakDetector = new LeakDetector(findings, secrets);
    }

    void judge(Operation operation, Exchange exchange, Expectation expectation) {
        Response response = exchange.response();
        if (response == null) {
            String cause = "no answer: " + exchange.failure();
            add("answers", operation, exchange, cause, "an answer", "RFC 9110, section 15");
            return;
        }
        leakDetector.look(operation.label(), exchange, response);
        challenge(exchange, response);
        if (isFaultOrRedirect(operation, exchange, response, expectation)
                || isOfGateway(operation, exchange, response, expectation)
                || isAllowedByHttp(exchange, response)) {
            return;
        }
        int meant = meant(operation, exchange, response, expectation);
        if (meant > 0) {
            content(operation, exchange, response, meant);
        } else {
            leakDetector.page(operation.label(), exchange, response);
        }
    }

    private boolean isFaultOrRedirect(
            Operation operation, Exchange exchange, Response response, Expectation expectation) {
        if (response.status() >= 500) {
            String cause = "a server fault (" + response.status() + ")";
            add("no-server-error", operation, exchange, cause, expectation.text(), "RFC 9110, section 15.6");
        } else if (response.status() / 100 == 3) {
            add("no-redirect", operation, exchange, "a redirect", expectation.text(), expectation.source());
        }
        return response.status() >= 500 || response.status() / 100 == 3;
    }

    /** RFC 9110, section 15.5.2, demands it, but hardly any API keeps to that. */
    private void challenge(Exchange exchange, Response response) {
        if (response.status() == 401 && response.header("WWW-Authenticate").isEmpty()) {
            String source = "RFC 9110, section 15.5.2";
            String cause = "401 without WWW-Authenticate";
            findings.add("content-type", Level.WEAKNESS, "", cause, "WWW-Authenticate", source, exchange);
        }
    }

    /** A page of a proxy in front of the server for what looks like an attack says nothing about the server. */
    private boolean isOfGateway(Operation operation, Exchange exchange, Response response, Expectation expectation) {
        boolean foreign = GATEWAY_STATUSES.contains(response.status())
                && !operation.statuses().contains(response.status());
        // Where the server's own errors are JSON, a page under the same status is another's.
        boolean page = response.mediaType().equals("text/html")
                && document.operations().stream()
                        .anyMatch(other -> document.mediaTypes(other, response.status()).stream()
                                .anyMatch(coverage.mediaTypes(other, response.status())::containsKey));
        boolean ofGateway = (foreign || page)
                && !response.json().isContainerNode()
                && isSuspicious(exchange.request())
                && (expectation.statuses().isEmpty()
                        || expectation.statuses().stream()
                                .anyMatch(status -> coverage.responses(operation, status) > 0));
        if (ofGateway) {
            String type = response.mediaType().isEmpty() ? "no body" : response.mediaType();
            String cause =
                    "a gateway answered " + response.status() + " with " + type + ", so that this was not judged";
            findings.add("answers", Level.INFO, operation.label(), cause, expectation.text(), "", exchange);
        }
        return ofGateway;
    }

    private static boolean isSuspicious(Request request) {
        String body = new String(request.body(), StandardCharsets.UTF_8);
        return body.length() > MAX_ORDINARY || SUSPICIOUS.matcher(body).find();
    }

    /** Any server may have a limit (RFC 9110, section 15.5.14), and ask for a length (RFC 9112, section 6.3). */
    private static boolean isAllowedByHttp(Exchange exchange, Response response) {
        return response.status() == 413 && exchange.request().body().length > MAX_ORDINARY
                || response.status() == 411 && exchange.request().framing() == Framing.CHUNKED;
    }

    /** What no operation describes: it is looked at for what it gives away. */
    void look(String subject, Exchange exchange) {
        Response response = exchange.response();
        if (response != null) {
            leakDetector.look(subject, exchange, response);
            leakDetector.page(subject, exchange, response);
        }
    }

    /** The documented status that the answer stands for; 0 where the document has none like it. */
    private int meant(Operation operation, Exchange exchange, Response response, Expectation expectation) {
        int status = response.status();
        if (expectation.allows(status)) {
            // Where any 4xx will do, the document does not describe what it looks like.
            return expectation.statuses().isEmpty() ? 0 : status;
        }
        if (operation.statuses().contains(status)) {
            // Documented, but for something else.
            add(
                    expectation.check(),
                    operation,
                    exchange,
                    status / 100 == 4 ? expectation.otherwise() : expectation.cause(),
                    expectation.text(),
                    expectation.source());
            return status;
        }
        int likely = likely(status, expectation);
        String cause = likely > 0 ? status + " for " + likely : expectation.cause();
        String check = likely > 0 ? STATUS : expectation.check();
        add(check, operation, exchange, cause, expectation.text(), expectation.source());
        return likely;
    }

    private static int likely(int status, Expectation expectation) {
        return expectation.statuses().stream()
                .sorted(Comparator.comparing(expected -> status == 403 && expected != 401))
                .filter(expected -> expected / 100 == status / 100)
                .findFirst()
                .orElse(0);
    }

    private void content(Operation operation, Exchange exchange, Response response, int status) {
        List<String> documented = document.mediaTypes(operation, status);
        if (documented.isEmpty()) {
            return;
        }
        String coding = response.header("Content-Encoding").orElse("identity");
        if (!coding.equalsIgnoreCase("identity")) {
            add("content-type", operation, exchange, "an encoding that nobody asked for", "identity", CODING);
            return;
        }
        String source = operation.source(status);
        String mediaType = response.mediaType();
        if (response.status() != status && response.json().isMissingNode()) {
            // A page under a wrong status is one mistake.
            return;
        }
        boolean named = documented.contains(mediaType);
        if (!named) {
            String cause =
                    response.status() + " comes as " + (mediaType.isEmpty() ? "nothing that is named" : mediaType);
            add("content-type", operation, exchange, cause, String.join(" or ", documented), source);
        }
        if (!response.json().isMissingNode()) {
            body(operation, exchange, response, status, named ? mediaType : documented.get(0));
        } else if (named) {
            // Said already where it does not even claim to be JSON.
            add("response-body", operation, exchange, "the body of " + status + " is no JSON", "JSON", source);
        }
    }

    private void body(Operation operation, Exchange exchange, Response response, int status, String mediaType) {
        String source = operation.source(status);
        for (SchemaViolation violation : document.violations(operation, status, mediaType, response.text())) {
            // Of a status that is blamed already, its type says no more than that.
            if (response.status() == status || !violation.member().equals("/type")) {
                String cause = status + ": " + violation.text();
                add("response-body", operation, exchange, cause, "the documented schema", source);
            }
        }
        members(operation, exchange, response, status);
        if (response.hasDuplicateNames()) {
            String cause = status + ": a name stands twice in an object";
            String rule = "RFC 8259, section 4";
            findings.add("response-body", Level.WEAKNESS, operation.label(), cause, "it once", rule, exchange);
        }
    }

    private void members(Operation operation, Exchange exchange, Response response, int status) {
        JsonNode own = response.json().path("status");
        if (status >= 400 && response.status() == status && own.isNumber() && own.asInt() != response.status()) {
            String cause = "the member 'status' is not the HTTP status";
            add("status-member", operation, exchange, cause, "" + response.status(), "RFC 7807, section 3.1");
        }
    }

    private void add(
            String check, Operation operation, Exchange exchange, String cause, String expected, String source) {
        findings.add(check, Level.VIOLATION, operation.label(), cause, expected, source, exchange);
    }
}
