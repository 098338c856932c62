package net.ixapi.auth.contract.checks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.engine.Expectation;
import net.ixapi.auth.contract.engine.Fixtures;
import net.ixapi.auth.contract.engine.Probe;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Framing;
import net.ixapi.auth.contract.wire.Request;

/** All ways to write the same good request, as known clients do, are understood. */
final class Representations {
    static final String NAME = "representations";
    private static final String CONTENT_TYPE = "Content-Type";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final List<String> SAME =
            List.of("application/json;", "application/json; charset=utf-8", "Application/JSON");
    private static final List<String> ACCEPTED =
            List.of("*/*", "application/*", "text/html;q=0.9, application/json;q=0.5, */*;q=0.1");
    private static final List<String> OTHERS = List.of("text/plain", "application/xml", "application/jsonx", FORM);

    private Representations() {}

    static void run(Probe probe) {
        for (Operation operation : probe.fixtures().operations()) {
            if (Fixtures.knows(operation)) {
                forms(probe, operation);
            }
            if (operation.takesJson()) {
                probe.fixtures().good(operation).ifPresent(good -> others(probe, operation, good));
                probe.fixtures().good(operation).ifPresent(good -> unnamed(probe, operation, good));
            }
        }
    }

    /** What would be good as JSON, and for a form what would be good as a form. */
    private static void others(Probe probe, Operation operation, ObjectNode good) {
        OTHERS.forEach(mediaType -> other(probe, operation, mediaType, good.toString()));
        String form = good.propertyStream()
                .map(member -> member.getKey() + "=" + encoded(member.getValue().asText("")))
                .collect(Collectors.joining("&"));
        other(probe, operation, FORM, form);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** RFC 9110, section 8.3: a recipient may guess, or refuse. */
    private static void unnamed(Probe probe, Operation operation, ObjectNode good) {
        Exchange exchange =
                probe.send(operation, Fixtures.request(operation, good).withoutHeader(CONTENT_TYPE));
        if (exchange.status() / 100 != 2) {
            String cause = "a body without a media type brings neither a success nor a 4xx";
            probe.judge(operation, exchange, Expectation.refusal(NAME, cause, "RFC 9110, section 8.3"));
        }
    }

    private static void forms(Probe probe, Operation operation) {
        Map<String, UnaryOperator<Request>> forms = new LinkedHashMap<>();
        SAME.forEach(type -> forms.put(type + " is not understood", request -> request.withHeader(CONTENT_TYPE, type)));
        ACCEPTED.forEach(
                types -> forms.put("Accept: " + types + " is refused", request -> request.withHeader("Accept", types)));
        forms.put("a request without Accept is refused", request -> request.withoutHeader("Accept"));
        forms.put("a body in chunks is not understood", request -> request.withFraming(Framing.CHUNKED));
        forms.put("an Authorization header does harm", request -> request.withHeader("Authorization", "Bearer x"));
        forms.put("a property that the document does not list is refused", Representations::withUnknown);
        forms.forEach((cause, form) -> taken(probe, operation, cause, form));
    }

    private static Request withUnknown(Request request) {
        String body = new String(request.body(), StandardCharsets.UTF_8);
        return Request.json(request.method(), request.path(), body.replaceFirst("}$", ",\"unknown\":{\"a\":[null]}}"));
    }

    /** Each attempt with a body of its own: a refresh token may be good for one request. */
    private static void taken(Probe probe, Operation operation, String cause, UnaryOperator<Request> form) {
        probe.fixtures().good(operation).ifPresent(first -> {
            Iterator<ObjectNode> bodies = Stream.iterate(
                            first, old -> probe.fixtures().good(operation).orElse(old))
                    .iterator();
            probe.judged(
                    operation,
                    () -> form.apply(Fixtures.request(operation, bodies.next())),
                    Expectation.success(operation, NAME, cause));
        });
    }

    private static void other(Probe probe, Operation operation, String mediaType, String body) {
        Request request =
                Request.json(operation.method(), operation.path(), body).withHeader(CONTENT_TYPE, mediaType);
        Exchange exchange = probe.send(operation, request);
        if (exchange.status() == operation.success()) {
            // RFC 9110, section 15.5.16, forbids nobody to be lenient.
            note(probe, operation, exchange, mediaType + " is taken");
            return;
        }
        String source = "RFC 9110, section 15.5.16";
        Expectation refused = Expectation.refusal(NAME, mediaType + " is neither refused nor understood", source);
        probe.judge(operation, exchange, refused);
        if (refused.allows(exchange.status()) && exchange.status() != 415) {
            note(probe, operation, exchange, "other media types bring " + exchange.status());
        }
    }

    private static void note(Probe probe, Operation operation, Exchange exchange, String cause) {
        String source = "RFC 9110, section 15.5.16";
        String expected = "415 says best what is wrong";
        probe.report("unsupported-media-type", Level.INFO, operation, cause, expected, source, exchange);
    }
}
