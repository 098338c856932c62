package net.ixapi.auth.contract.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import net.ixapi.auth.contract.document.OpenApiDocument;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.findings.Finding;
import net.ixapi.auth.contract.findings.Findings;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.findings.Secrets;
import net.ixapi.auth.contract.targets.ContractTarget;
import net.ixapi.auth.contract.wire.Answer;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Request;
import net.ixapi.auth.contract.wire.Waiter;
import net.ixapi.auth.contract.wire.Wire;
import org.jspecify.annotations.Nullable;

/** One run against one server: what the checks work with. Not safe for use by several threads at once. */
public final class Probe {
    private final ContractTarget target;
    private final OpenApiDocument document;
    private final Options options;
    private final Clock clock;
    private final Waiter waiter;
    private final Throttle throttle;
    private final Secrets secrets;
    private final Findings findings;
    private final Seen seen = new Seen();
    private final TypedAnswers typed = new TypedAnswers();
    private final Judge judge;
    private final Fixtures fixtures = new Fixtures(this);

    /**
     * A run.
     *
     * @param target the server, and credentials that it knows
     * @param document what it must keep to
     * @param wire the way to it
     * @param secrets told of every token that the server issues
     * @param findings where findings go
     * @param options how to run
     * @param clock tells whether the times in tokens are plausible
     * @param waiter waits for a token to expire
     */
    public Probe(
            ContractTarget target,
            OpenApiDocument document,
            Wire wire,
            Secrets secrets,
            Findings findings,
            Options options,
            Clock clock,
            Waiter waiter) {
        this.options = options;
        this.clock = clock;
        this.waiter = waiter;
        this.target = target;
        this.document = document;
        this.throttle = new Throttle(wire, waiter, options.limits().patience());
        this.secrets = secrets;
        this.findings = findings;
        this.judge = new Judge(document, findings, secrets);
        secrets.add(target.apiKey(), "IX_API_KEY");
        secrets.add(target.apiSecret(), "IX_API_SECRET");
    }

    /**
     * Sends a request to an operation, and reports whatever is wrong with what comes back.
     *
     * @param operation the operation
     * @param request the request
     * @param expectation what must come
     * @return what came, whatever it is
     */
    public Exchange judged(Operation operation, Request request, Expectation expectation) {
        Exchange exchange = send(operation, request);
        judge(operation, exchange, expectation);
        return exchange;
    }

    /**
     * Reports whatever is wrong with what has come.
     *
     * @param operation the operation
     * @param exchange what came
     * @param expectation what must have come
     */
    public void judge(Operation operation, Exchange exchange, Expectation expectation) {
        judge.judge(operation, exchange, expectation);
    }

    /**
     * Sends a request that no operation of the document describes.
     *
     * @param subject what it is about, for reports
     * @param request the request
     * @return what came, judged only by what it gives away
     */
    public Exchange send(String subject, Request request) {
        Exchange exchange = throttle.send(request);
        judge.look(subject, exchange);
        return exchange;
    }

    /**
     * Sends a request to an operation.
     *
     * @param operation the operation
     * @param request the request
     * @return what came, not judged; its tokens are known as secrets from now on
     */
    public Exchange send(Operation operation, Request request) {
        Exchange exchange = throttle.send(request);
        Answer answer = exchange.answer();
        if (answer != null) {
            remember(answer);
            seen.add(operation, answer);
        }
        return exchange;
    }

    private void remember(Answer answer) {
        if (answer.status() / 100 == 2) {
            secrets.add(answer.member("access_token"), "ACCESS_TOKEN");
            secrets.add(answer.member("refresh_token"), "REFRESH_TOKEN");
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
        String got = exchange == null ? "" : Judge.came(exchange);
        String subject = operation == null ? "" : operation.label();
        findings.add(new Finding(check, level, subject, cause, expected, source, got, exchange, 1));
    }

    /**
     * Waits.
     *
     * @param time how long
     */
    public void await(Duration time) {
        waiter.await(time);
    }

    /**
     * How long the server's limits made the run wait.
     *
     * @return zero where the server never answered 429
     */
    public Duration throttled() {
        return throttle.waited();
    }

    /**
     * Chooses a place, the same one for the same seed.
     *
     * @param length how many there are
     * @return the place, from 0
     */
    public int place(int length) {
        return new Random(options.seed()).nextInt(length);
    }

    /**
     * The time.
     *
     * @return now, by the run's clock
     */
    public Instant now() {
        return clock.instant();
    }

    /**
     * How to run.
     *
     * @return the options
     */
    public Options options() {
        return options;
    }

    /**
     * The server.
     *
     * @return the target
     */
    public ContractTarget target() {
        return target;
    }

    /**
     * The contract.
     *
     * @return the document
     */
    public OpenApiDocument document() {
        return document;
    }

    /**
     * What came so far.
     *
     * @return answers by operation and status
     */
    public Seen seen() {
        return seen;
    }

    /**
     * What the generated client made of what came.
     *
     * @return typed answers by operation
     */
    public TypedAnswers typed() {
        return typed;
    }

    /**
     * Whether a violation was reported already, by a check that is wanted.
     *
     * @param operation the operation that it is about
     * @return true if a run of these checks fails because of it
     */
    public boolean isBlamed(Operation operation) {
        return findings.sorted().stream()
                .anyMatch(finding -> finding.level() == Level.VIOLATION
                        && finding.subject().equals(operation.label())
                        && options.wants(finding.check()));
    }

    /**
     * Good requests.
     *
     * @return those that this server takes
     */
    public Fixtures fixtures() {
        return fixtures;
    }

    /**
     * All operations.
     *
     * @return those of the document
     */
    public List<Operation> operations() {
        return document.operations();
    }
}
