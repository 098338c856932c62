package net.ixapi.auth.contract.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.findings.Finding;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.requirements.Requirement;
import net.ixapi.auth.contract.requirements.Requirements;
import net.ixapi.auth.contract.targets.ContractTarget;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Request;
import net.ixapi.auth.contract.wire.Response;
import org.jspecify.annotations.Nullable;

/**
 * What a check works with at one operation: it sends requests to it, and reports under the check's name. Not safe for use by several
 * threads at once.
 *
 * @param probe the run
 * @param fixtures valid requests
 * @param check the name of the check
 * @param operation the operation
 */
public record CheckContext(Probe probe, Fixtures fixtures, String check, Operation operation) {
    /** The same for findings of another check. */
    public CheckContext as(String otherCheck) {
        return new CheckContext(probe, fixtures, otherCheck, operation);
    }

    /** The same for another operation. */
    public CheckContext at(Operation other) {
        return new CheckContext(probe, fixtures, check, other);
    }

    /** A body that the operation takes; empty where there is no telling. */
    public Optional<ObjectNode> good() {
        return fixtures.good(operation);
    }

    /** The server, and credentials that it knows. */
    public ContractTarget target() {
        return probe.target();
    }

    /** A request to the operation. */
    public Request request(String body) {
        return Request.json(operation.method(), operation.path(), body);
    }

    /** A request that refreshes with a token. */
    public Request refresh(String token) {
        return request(Fixtures.body(Fixtures.REFRESH_TOKEN, token).toString());
    }

    /** A request that refreshes with the refresh token of a pair. */
    public Request refresh(Response pair) {
        return refresh(pair.property(Fixtures.REFRESH_TOKEN));
    }

    /** The documented success, for a valid request. */
    public Expectation success(String cause) {
        return expectation(Optional.of(operation.success()), cause, cause);
    }

    /** The documented 400 or 422, for a request that breaks the document. */
    public Expectation invalid(String cause) {
        return expectation(operation.invalid(), cause, cause);
    }

    /** The documented 401 or 403, for a request that is valid, but whose credentials or token are not. */
    public Expectation unauthenticated(String cause) {
        return expectation(operation.unauthenticated(), cause, Finding.NOT_AS_SUCH);
    }

    private Expectation expectation(Optional<Integer> status, String cause, String otherwise) {
        List<Integer> statuses = status.map(List::of).orElse(operation.clientErrors());
        int named = statuses.isEmpty() ? operation.success() : statuses.get(0);
        return new Expectation(statuses, cause, otherwise, operation.source(named));
    }

    /** Any documented 4xx. */
    public Expectation refused(String cause) {
        return new Expectation(operation.clientErrors(), cause, operation.source());
    }

    /** Any documented status: only a fault of the server is wrong then. */
    public Expectation documented(String cause) {
        return new Expectation(operation.statuses(), cause, operation.source());
    }

    /** Sends a request to the operation. What comes is not judged; its tokens are known as secrets from now on. */
    public Exchange send(Request request) {
        return probe.send(operation, request);
    }

    /** Sends a request that no operation describes; what comes is judged by what it gives away. */
    public Exchange sendUndocumented(Request request) {
        Exchange exchange = probe.throttle().send(request);
        Response response = exchange.response();
        if (response != null) {
            LeakDetector.look(this, exchange, response);
            LeakDetector.page(this, exchange, response);
        }
        return exchange;
    }

    /** Sends requests to the operation at the same time. */
    public List<Exchange> sendTogether(List<Request> requests) {
        return probe.throttle().sendTogether(requests).stream()
                .map(exchange -> probe.remembered(operation, exchange))
                .toList();
    }

    /**
     * Sends a request, and once more if it brings the wrong status: what does not come again is no finding, nor is what comes while the
     * account is locked. Where that happens again and again, it is no accident. Tokens are proof at once: nobody hands them out by accident.
     *
     * @param request makes the request, for each attempt a new one: a refresh token may be good for one
     * @param expectation what must come
     * @return what came, not judged
     */
    public Exchange confirmed(Supplier<Request> request, Expectation expectation) {
        Exchange exchange = send(request.get());
        boolean letIn = !expectation.allows(operation.success()) && BypassAttempts.letsIn(exchange);
        if (letIn || expectation.allows(exchange.status())) {
            return exchange;
        }
        fixtures.requireAccount();
        boolean refused = exchange.status() / 100 == 4 && expectation.allows(operation.success());
        if (TriedOperations.refreshes(operation) && refused) {
            // Tokens of the same second may be the same, and used up.
            probe.sleeper().await(Fixtures.SECOND);
        }
        Optional<Exchange> ofAnotherKey =
                exchange.status() / 100 == 4 && !operation.statuses().contains(exchange.status())
                        ? probe.withAnotherKey(exchange.request()).map(this::send)
                        : Optional.empty();
        if (ofAnotherKey.filter(other -> expectation.allows(other.status())).isPresent()) {
            return ofAnotherKey.get();
        }
        Exchange again = send(request.get());
        boolean passed =
                expectation.allows(again.status()) && !operation.statuses().contains(exchange.status());
        return passed && !fixtures.isAccident() ? exchange : again;
    }

    /** Sends a request, confirms what comes, and reports whatever is wrong with it. */
    public Exchange judged(Request request, Expectation expectation) {
        return judged(() -> request, expectation);
    }

    /** Sends a request, confirms by a new one what comes, and reports whatever is wrong with it. */
    public Exchange judged(Supplier<Request> request, Expectation expectation) {
        Exchange exchange = confirmed(request, expectation);
        judge(exchange, expectation);
        return exchange;
    }

    /** Reports whatever is wrong with what came. */
    public void judge(Exchange exchange, Expectation expectation) {
        ResponseValidator.judge(this, exchange, expectation);
    }

    /**
     * Reports what breaks a requirement of the check, at the level of that.
     *
     * @param cause what is wrong, in few words
     * @param expected what should have come
     * @param exchange what shows it; null where nothing does
     */
    public void report(String cause, String expected, @Nullable Exchange exchange) {
        report(cause, expected, "", exchange);
    }

    /**
     * The same where the document says so more precisely than the requirement.
     *
     * @param source who says so; empty for whoever says so for the requirement
     */
    public void report(String cause, String expected, String source, @Nullable Exchange exchange) {
        report(operation.label(), false, cause, expected, source, exchange);
    }

    /** The same of the server as a whole. */
    public void reportServer(String cause, String expected, @Nullable Exchange exchange) {
        report("", false, cause, expected, "", exchange);
    }

    /** Reports what breaks no requirement, but is worth knowing. */
    public void info(String cause, String expected, @Nullable Exchange exchange) {
        report(operation.label(), true, cause, expected, "", exchange);
    }

    /** Reports that what came says nothing about the server, since a gateway in front of it answered. */
    public void noteGateway(Exchange exchange, String expected) {
        Response response = exchange.response();
        String type = response == null || response.mediaType().isEmpty() ? "no body" : response.mediaType();
        String what = response == null ? "gave no response" : "answered " + response.status() + " with " + type;
        noteUnjudged("a gateway " + what, exchange, expected);
    }

    /** Reports why what came was not judged. */
    void noteUnjudged(String why, Exchange exchange, String expected) {
        as("answers").info(why + ", so that this was not judged", expected, exchange);
    }

    private void report(
            String subject, boolean lawful, String cause, String expected, String source, @Nullable Exchange exchange) {
        Requirement requirement =
                Requirements.named(Requirements.idOf(check, cause)).orElseThrow();
        Level level = lawful ? Level.INFO : requirement.level().finding();
        String who = source.isEmpty() ? requirement.source() : source;
        String got = exchange == null ? "" : exchange.outcome();
        probe.findings()
                .add(new Finding(requirement.id(), check, level, subject, cause, expected, who, got, exchange, 1));
    }
}
