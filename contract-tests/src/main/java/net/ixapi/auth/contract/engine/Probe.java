package net.ixapi.auth.contract.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import net.ixapi.auth.contract.document.OpenApiDocument;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.findings.Findings;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.findings.Secrets;
import net.ixapi.auth.contract.targets.ContractTarget;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Request;
import net.ixapi.auth.contract.wire.Response;
import net.ixapi.auth.contract.wire.Sleeper;
import net.ixapi.auth.contract.wire.Wire;
import org.jspecify.annotations.Nullable;

/** One run against one server: what the checks work with. Not safe for use by several threads at once. */
public final class Probe {
    private final ContractTarget target;
    private final OpenApiDocument document;
    private final Options options;
    private final Clock clock;
    private final Sleeper sleeper;
    private final Throttle throttle;
    private final Secrets secrets;
    private final Findings findings;
    private final CoverageRecorder coverage = new CoverageRecorder();
    private final ResponseValidator validator;
    private final Map<String, String> skipped = new HashMap<>();
    private final TypedAnswers typed = new TypedAnswers();
    private final Fixtures fixtures = new Fixtures(this);

    /**
     * A run.
     *
     * @param target the server, and credentials that it knows
     * @param document what it must keep to
     * @param wire the way to it
     * @param secrets told of every secret that the server issues
     * @param findings where findings go
     * @param options how to run
     * @param clock tells whether the times in tokens are plausible
     * @param sleeper waits for a token to expire
     */
    public Probe(
            ContractTarget target,
            OpenApiDocument document,
            Wire wire,
            Secrets secrets,
            Findings findings,
            Options options,
            Clock clock,
            Sleeper sleeper) {
        this.options = options;
        this.clock = clock;
        this.sleeper = sleeper;
        this.target = target;
        this.document = document;
        this.throttle = new Throttle(wire, sleeper, options.limits().patience());
        this.secrets = secrets;
        this.findings = findings;
        this.validator = new ResponseValidator(document, findings, secrets, coverage);
        secrets.add(target.apiKey(), "IX_API_KEY");
        secrets.add(target.apiSecret(), "IX_API_SECRET");
        if (target.second() != null) {
            secrets.add(target.second().apiKey(), "IX_API_KEY_2");
            secrets.add(target.second().apiSecret(), "IX_API_SECRET_2");
        }
    }

    /**
     * Sends a request to an operation, and reports whatever is wrong with what comes back.
     *
     * @param operation the operation
     * @param request the request, which is sent again if it brings the wrong status: what does not come again is no finding
     * @param expectation what must come
     * @return what came, whatever it is
     */
    public Exchange judged(Operation operation, Request request, Expectation expectation) {
        return judged(operation, () -> request, expectation);
    }

    /**
     * Sends a request to an operation, and reports whatever is wrong with what comes back.
     *
     * @param operation the operation
     * @param request makes the request, for each attempt a new one: a refresh token may be good for one
     * @param expectation what must come
     * @return what came, whatever it is
     */
    public Exchange judged(Operation operation, Supplier<Request> request, Expectation expectation) {
        Exchange exchange = send(operation, request.get());
        if (!expectation.allows(exchange.status())) {
            fixtures.requireAccount();
            boolean refused = exchange.status() / 100 == 4 && expectation.allows(operation.success());
            if (Fixtures.refreshes(operation) && refused) {
                // Tokens of the same second may be the same, and used up.
                await(Fixtures.SECOND);
            }
            exchange = send(operation, request.get());
        }
        judge(operation, exchange, expectation);
        return exchange;
    }

    /** Reports whatever is wrong with what has come from an operation. */
    public void judge(Operation operation, Exchange exchange, Expectation expectation) {
        validator.judge(operation, exchange, expectation);
    }

    /** Sends a request that no operation describes; what comes is judged by what it gives away. The subject is for reports. */
    public Exchange send(String subject, Request request) {
        Exchange exchange = throttle.send(request);
        validator.look(subject, exchange);
        return exchange;
    }

    /**
     * Sends a request to an operation.
     *
     * @param operation the operation
     * @param request the request
     * @return what came, not judged; its secrets are known from now on
     */
    public Exchange send(Operation operation, Request request) {
        Exchange exchange = throttle.send(request);
        remember(operation, exchange);
        return exchange;
    }

    /** Sends requests to an operation at the same time. */
    public List<Exchange> sendTogether(Operation operation, List<Request> requests) {
        List<Exchange> all = throttle.sendTogether(requests);
        all.forEach(exchange -> remember(operation, exchange));
        return all;
    }

    private void remember(Operation operation, Exchange exchange) {
        Response response = exchange.response();
        if (response != null) {
            if (response.status() / 100 == 2) {
                remember(response.json());
            }
            coverage.add(operation, response);
        }
    }

    private void remember(JsonNode body) {
        for (String name : document.secrets()) {
            String variable = name.toUpperCase(Locale.ROOT).replaceAll("\\W", "_");
            body.findValuesAsText(name).forEach(secret -> secrets.add(secret, variable));
        }
    }

    /**
     * Reports what a check found by itself.
     *
     * @param check its name
     * @param level how bad it is
     * @param operation the operation; null for the server as a whole
     * @param cause what is wrong, in few words
     * @param expected what should have come
     * @param source who says so
     * @param exchange what shows it; null where nothing does
     */
    public void report(
            String check,
            Level level,
            @Nullable Operation operation,
            String cause,
            String expected,
            String source,
            @Nullable Exchange exchange) {
        findings.add(check, level, operation == null ? "" : operation.label(), cause, expected, source, exchange);
    }

    /** Whether a violation of the operation was reported already, by a check that is wanted. */
    public boolean isBlamed(Operation operation) {
        return findings.sorted().stream()
                .anyMatch(finding -> finding.level() == Level.VIOLATION
                        && finding.isAbout(operation.label())
                        && options.wants(finding.check()));
    }

    /** Waits. */
    public void await(Duration time) {
        sleeper.await(time);
    }

    /** How long the server's limits made the run wait. */
    public Duration throttled() {
        return throttle.waited();
    }

    /** Chooses one of so many places, from 0; the same one for the same seed. */
    public int place(int length) {
        return new Random(options.seed()).nextInt(length);
    }

    /** The time, by the run's clock. */
    public Instant now() {
        return clock.instant();
    }

    /** How to run. */
    public Options options() {
        return options;
    }

    /** The server. */
    public ContractTarget target() {
        return target;
    }

    /** The contract. */
    public OpenApiDocument document() {
        return document;
    }

    /** What came so far, by operation. */
    public CoverageRecorder coverage() {
        return coverage;
    }

    /** What the generated client made of what came. */
    public TypedAnswers typed() {
        return typed;
    }

    /** Good requests. */
    public Fixtures fixtures() {
        return fixtures;
    }

    /** Tells in few words why a check did not see what it is there for. */
    public void skip(String check, String why) {
        skipped.put(check, why);
    }

    /** Why a check did not see what it is there for; empty where it did. */
    public String notRun(String check) {
        return skipped.getOrDefault(check, "");
    }
}
