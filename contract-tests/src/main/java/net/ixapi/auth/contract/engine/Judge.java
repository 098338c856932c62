package net.ixapi.auth.contract.engine;

import java.util.List;
import net.ixapi.auth.contract.document.Breach;
import net.ixapi.auth.contract.document.OpenApiDocument;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.findings.Finding;
import net.ixapi.auth.contract.findings.Findings;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.findings.Secrets;
import net.ixapi.auth.contract.wire.Answer;
import net.ixapi.auth.contract.wire.Exchange;
import tools.jackson.databind.JsonNode;

/**
 * Compares what came with what must come. One cause is one finding: an answer of the right kind under a wrong status is blamed for
 * its status only, and then read as the right one. Not safe for use by several threads at once.
 */
final class Judge {
    private static final String STATUS = "documented-status";
    private static final String CODING = "RFC 9110, section 12.5.3";

    private final OpenApiDocument document;
    private final Findings findings;
    private final Leaks leaks;

    Judge(OpenApiDocument document, Findings findings, Secrets secrets) {
        this.document = document;
        this.findings = findings;
        this.leaks = new Leaks(findings, secrets);
    }

    void judge(Operation operation, Exchange exchange, Expectation expectation) {
        Answer answer = exchange.answer();
        if (answer == null) {
            String cause = "no answer: " + exchange.failure();
            add("answers", operation, exchange, cause, "an answer", "RFC 9110, section 15");
            return;
        }
        leaks.look(operation.label(), exchange, answer);
        if (isFaultOrRedirect(operation, exchange, answer, expectation)) {
            return;
        }
        int meant = meant(operation, exchange, answer, expectation);
        if (meant > 0) {
            content(operation, exchange, answer, meant);
        } else {
            leaks.page(operation.label(), exchange, answer);
        }
    }

    private boolean isFaultOrRedirect(Operation operation, Exchange exchange, Answer answer, Expectation expectation) {
        if (answer.status() >= 500) {
            boolean refusable = expectation.statuses().stream().allMatch(status -> status / 100 == 4);
            String cause = answer.status() + " for what it should " + (refusable ? "refuse" : "understand");
            add("no-server-error", operation, exchange, cause, expectation.text(), "RFC 9110, section 15.6");
        } else if (answer.status() / 100 == 3) {
            add("no-redirect", operation, exchange, "a redirect", expectation.text(), expectation.source());
        }
        return answer.status() >= 500 || answer.status() / 100 == 3;
    }

    /** What no operation describes: it is looked at for what it gives away. */
    void look(String subject, Exchange exchange) {
        Answer answer = exchange.answer();
        if (answer != null) {
            leaks.look(subject, exchange, answer);
            leaks.page(subject, exchange, answer);
        }
    }

    /** The documented status that the answer stands for; 0 where the document has none like it. */
    private int meant(Operation operation, Exchange exchange, Answer answer, Expectation expectation) {
        int status = answer.status();
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
                .filter(expected -> expected / 100 == status / 100)
                .findFirst()
                .orElse(0);
    }

    private void content(Operation operation, Exchange exchange, Answer answer, int status) {
        List<String> documented = document.mediaTypes(operation, status);
        if (documented.isEmpty()) {
            return;
        }
        String coding = answer.header("Content-Encoding").orElse("identity");
        if (!coding.equalsIgnoreCase("identity")) {
            add("content-type", operation, exchange, "an encoding that nobody asked for", "identity", CODING);
            return;
        }
        String source = operation.source(status);
        String mediaType = answer.mediaType();
        boolean named = documented.contains(mediaType);
        if (!named) {
            String cause = status + " comes as " + (mediaType.isEmpty() ? "nothing that is named" : mediaType);
            add("content-type", operation, exchange, cause, String.join(" or ", documented), source);
        }
        if (!answer.json().isMissingNode()) {
            body(operation, exchange, answer, status, named ? mediaType : documented.get(0));
        } else if (named) {
            // Said already where it does not even claim to be JSON.
            add("response-body", operation, exchange, "the body of " + status + " is no JSON", "JSON", source);
        }
    }

    private void body(Operation operation, Exchange exchange, Answer answer, int status, String mediaType) {
        String source = operation.source(status);
        for (Breach breach : document.breaches(operation, status, mediaType, answer.text())) {
            // Of a status that is blamed already, its type says no more than that.
            if (answer.status() == status || !breach.member().equals("/type")) {
                String cause = status + ": " + breach.text();
                add("response-body", operation, exchange, cause, "the documented schema", source);
            }
        }
        members(operation, exchange, answer, status);
    }

    private void members(Operation operation, Exchange exchange, Answer answer, int status) {
        JsonNode own = answer.json().path("status");
        if (status >= 400 && own.isNumber() && own.asInt() != answer.status()) {
            String cause = "the member 'status' is not the HTTP status";
            add("status-member", operation, exchange, cause, "" + answer.status(), "RFC 7807, section 3.1");
        }
    }

    private void add(
            String check, Operation operation, Exchange exchange, String cause, String expected, String source) {
        String got = came(exchange);
        findings.add(new Finding(check, Level.VIOLATION, operation.label(), cause, expected, source, got, exchange, 1));
    }

    static String came(Exchange exchange) {
        Answer answer = exchange.answer();
        return answer == null
                ? String.valueOf(exchange.failure())
                : "HTTP " + answer.status() + " " + answer.mediaType();
    }
}
