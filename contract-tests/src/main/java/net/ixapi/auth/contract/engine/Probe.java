package net.ixapi.auth.contract.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
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

/** One run against one server: what the checks work with. Not safe for use by several threads at once. */
public final class Probe {
    private static final int MAX_ACCIDENTS = 2;

    private final ContractTarget target;
    private final OpenApiDocument document;
    private final Options options;
    private final Clock clock;
    private final Sleeper sleeper;
    private final Throttle throttle;
    private final Secrets secrets;
    private final Findings findings;
    private final CoverageRecorder coverage = new CoverageRecorder();
    private final TypedResponses typed = new TypedResponses();
    private final Map<String, String> skipped = new HashMap<>();
    private final Fixtures fixtures = new Fixtures(this);
    private int accidents;

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
        this.target = target;
        this.document = document;
        this.options = options;
        this.clock = clock;
        this.sleeper = sleeper;
        this.throttle = new Throttle(wire, sleeper, options.limits().patience());
        this.secrets = secrets;
        this.findings = findings;
        secrets.add(target.apiKey(), "IX_API_KEY");
        secrets.add(target.apiSecret(), "IX_API_SECRET");
        if (target.second() != null) {
            secrets.add(target.second().apiKey(), "IX_API_KEY_2");
            secrets.add(target.second().apiSecret(), "IX_API_SECRET_2");
        }
    }

    /** Sends a request that no operation describes. */
    Exchange sendUnseen(Request request) {
        return throttle.send(request);
    }

    /** Sends a request to an operation. What comes is not judged; its secrets are known from now on. */
    public Exchange send(Operation operation, Request request) {
        return remembered(operation, throttle.send(request));
    }

    /** Sends requests to an operation at the same time. */
    List<Exchange> sendTogether(Operation operation, List<Request> requests) {
        return throttle.sendTogether(requests).stream()
                .map(exchange -> remembered(operation, exchange))
                .toList();
    }

    private Exchange remembered(Operation operation, Exchange exchange) {
        Response response = exchange.response();
        if (response != null) {
            coverage.add(operation, response);
        }
        JsonNode issued = exchange.success().map(Response::json).orElse(MissingNode.getInstance());
        for (String name : document.secrets()) {
            String variable = name.toUpperCase(Locale.ROOT).replaceAll("\\W", "_");
            issued.findValues(name).stream()
                    .flatMap(value -> Stream.concat(Stream.of(value), value.valueStream()))
                    .forEach(secret -> secrets.add(secret.asText(), variable));
        }
        // After the tokens: one in a cookie is one.
        exchange.success()
                .ifPresent(success -> Fixtures.cookies(success)
                        .forEach(cookie -> secrets.add(cookie.replaceFirst(".*?=", ""), "IX_API_COOKIE")));
        return exchange;
    }

    /** Whether a violation of the operation was reported already, by a check that is wanted. */
    public boolean isBlamed(Operation operation) {
        return findings.sorted().stream()
                .anyMatch(finding -> finding.level() == Level.VIOLATION && finding.isAbout(operation.label()));
    }

    /** The variables that stand for the secrets in a text, whole or in large parts, in whatever encoding. */
    public List<String> secretsIn(String text) {
        return secrets.in(text);
    }

    /** Whether what a request brought once may be an accident: a few may happen in a run. */
    boolean isAccident() {
        return ++accidents <= MAX_ACCIDENTS;
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
    public TypedResponses typed() {
        return typed;
    }

    /** The operations that are tried. */
    public TriedOperations operations() {
        return new TriedOperations(document);
    }

    /** Valid requests. */
    public Fixtures fixtures() {
        return fixtures;
    }

    /** What was found so far. */
    public Findings findings() {
        return findings;
    }

    /**
     * Tells that something was not tested.
     *
     * @param what the name of a check that did not see what it is there for, or the id of a requirement
     * @param why the reason, in few words
     */
    public void skip(String what, String why) {
        skipped.put(what, why);
    }

    /** The reasons why something was not tested, by the name of the check or the id of the requirement. */
    public Map<String, String> skipped() {
        return Map.copyOf(skipped);
    }
}
