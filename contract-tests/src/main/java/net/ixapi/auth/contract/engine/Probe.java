package net.ixapi.auth.contract.engine;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

/**
 * One run against one server: what the checks work with, and what they fill. Not safe for use by several threads at once.
 *
 * @param target the server, and credentials that it knows
 * @param document what it must keep to
 * @param throttle the way to it
 * @param secrets told of every secret that the server issues
 * @param findings where findings go
 * @param options how to run
 * @param clock tells whether the times in tokens are plausible
 * @param sleeper waits for a token to expire
 * @param coverage what came so far, by operation
 * @param typed what the generated client made of what came
 * @param skipped why something was not tested, by the name of a check that did not see what it is there for, or the id of a requirement
 */
public record Probe(
        ContractTarget target,
        OpenApiDocument document,
        Throttle throttle,
        Secrets secrets,
        Findings findings,
        Options options,
        Clock clock,
        Sleeper sleeper,
        CoverageRecorder coverage,
        TypedResponses typed,
        Map<String, String> skipped) {
    private static final Pattern KEY = Pattern.compile("(?<=\"" + Fixtures.KEY + "\":\")(?:[^\"\\\\]|\\\\.)++(?=\")");

    /**
     * A run that has not begun.
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
        this(
                target,
                document,
                new Throttle(wire, sleeper, options.limits().patience()),
                secrets,
                findings,
                options,
                clock,
                sleeper,
                new CoverageRecorder(),
                new TypedResponses(),
                new HashMap<>());
        secrets.add(target.apiKey(), "IX_API_KEY");
        secrets.add(target.apiSecret(), "IX_API_SECRET");
        if (target.second() != null) {
            secrets.add(target.second().apiKey(), "IX_API_KEY_2");
            secrets.add(target.second().apiSecret(), "IX_API_SECRET_2");
        }
    }

    /** Sends a request to an operation. What comes is not judged; its secrets are known from now on. */
    public Exchange send(Operation operation, Request request) {
        return remembered(operation, throttle.send(request, () -> withAnotherKey(request)));
    }

    /** Where a key that nobody has is locked, another one is not. Empty for that of an account, and for none. */
    Optional<Request> withAnotherKey(Request request) {
        Matcher key = KEY.matcher(new String(request.body(), StandardCharsets.UTF_8));
        Stream<String> known = target.second() == null
                ? Stream.of(target.apiKey())
                : Stream.of(target.apiKey(), target.second().apiKey());
        return key.find() && known.map(Probe::escaped).noneMatch(key.group()::equals)
                ? Optional.of(request.withBody(key.replaceFirst(Matcher.quoteReplacement(escaped(target.keyOfNobody())))
                        .getBytes(StandardCharsets.UTF_8)))
                : Optional.empty();
    }

    private static String escaped(String text) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(text));
    }

    /** The same of what was sent already. */
    Exchange remembered(Operation operation, Exchange exchange) {
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

    /** Chooses one of so many places, from 0; the same one for the same seed. */
    public int place(int length) {
        return new Random(options.seed()).nextInt(length);
    }

    /** The operations that are tried. */
    public TriedOperations operations() {
        return new TriedOperations(document);
    }
}
