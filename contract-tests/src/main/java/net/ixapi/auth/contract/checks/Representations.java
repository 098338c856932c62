package net.ixapi.auth.contract.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.ixapi.auth.contract.engine.BypassAttempts;
import net.ixapi.auth.contract.engine.CheckContext;
import net.ixapi.auth.contract.engine.Expectation;
import net.ixapi.auth.contract.engine.Fixtures;
import net.ixapi.auth.contract.engine.TriedOperations;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Framing;
import net.ixapi.auth.contract.wire.Request;
import net.ixapi.auth.contract.wire.Response;
import net.ixapi.auth.openapi.document.PlainJson;

/**
 * All ways to write the same good request, as known clients do, are understood.
 *
 * @param context what the check works with
 */
record Representations(CheckContext context) {
    private static final String CONTENT_TYPE = "Content-Type";
    private static final String AUTHORIZATION = "Authorization";
    private static final String JSON_OF = "application/json; charset=";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Map<String, UnaryOperator<Request>> FORMS = forms();

    /** That of nobody's pages: RFC 2606, section 3. */
    private static final String ORIGIN = "https://www.example.com";

    /** That of the first name. */
    private static final Pattern INITIAL = Pattern.compile("(?<=\")\\w");

    private static Map<String, UnaryOperator<Request>> forms() {
        Map<String, UnaryOperator<Request>> forms = new LinkedHashMap<>();
        for (String type : List.of("application/json;", JSON_OF + "utf-8", "Application/JSON")) {
            forms.put(type + " is not understood", request -> request.withHeader(CONTENT_TYPE, type));
        }
        for (String types : List.of("*/*", "application/*", "text/html;q=0.9, application/json;q=0.5, */*;q=0.1")) {
            forms.put("Accept: " + types + " is refused", request -> request.withHeader("Accept", types));
        }
        forms.put("a request without Accept is refused", request -> request.withoutHeader("Accept"));
        forms.put("a body in chunks is not understood", request -> request.withFraming(Framing.CHUNKED));
        forms.put(
                "an Authorization header, a cookie or a language does harm",
                request -> request.withHeader(AUTHORIZATION, "Bearer x")
                        .withHeader("Cookie", "a=b")
                        .withHeader("Accept-Language", "de"));
        forms.put(UnlistedProperties.REFUSED, request -> with(request, UnlistedProperties.HARMLESS));
        forms.put(
                "another order, white space, an escape in a name or small letters in names of headers are not understood",
                Representations::respelled);
        return forms;
    }

    static Request with(Request request, String properties) {
        String body = new String(request.body(), StandardCharsets.UTF_8);
        return Request.json(request.method(), request.path(), body.replaceFirst("}$", "," + properties + "}"));
    }

    /** The same JSON (RFC 8259, sections 2, 4 and 7), and the same headers (RFC 9110, section 5.1). */
    private static Request respelled(Request request) {
        ObjectNode reversed = JsonNodeFactory.instance.objectNode();
        List<Map.Entry<String, JsonNode>> properties =
                new ArrayList<>(PlainJson.read(request.body()).properties());
        Collections.reverse(properties);
        properties.forEach(property -> reversed.set(property.getKey(), property.getValue()));
        String body = INITIAL.matcher("\n" + reversed.toPrettyString() + "\n")
                .replaceFirst(
                        initial -> "\\\\u%04x".formatted((int) initial.group().charAt(0)));
        return request.withBody(body.getBytes(StandardCharsets.UTF_8))
                .withHeader("content-type", Request.JSON)
                .withHeader("accept", Request.JSON);
    }

    void run() {
        if (TriedOperations.knows(context.operation())) {
            context.good().ifPresent(this::taken);
        }
        context.good().ifPresent(good -> {
            // Before the others: what each of them leaves behind would spoil the next.
            if (context.operation().has(Fixtures.SECRET)) {
                after(good);
                odd(
                        good,
                        List.of(
                                header(CONTENT_TYPE, "json"),
                                header(AUTHORIZATION, "Basic %%%"),
                                header("Cookie", "a b; =; %")));
                odd(good, List.of(header(CONTENT_TYPE, JSON_OF + "unknown"), header(AUTHORIZATION, "Bearer")));
                // Whoever refuses it looks at no other header.
                odd(good, List.of(header("Content-Encoding", "unknown")));
                shared(odd(good, List.of(header("Accept", "image/png"), header("Origin", ORIGIN))));
            }
            // What would be good as JSON, and for a form what would be good as a form.
            for (String mediaType : List.of("text/plain", "application/xml", "application/jsonx")) {
                other(mediaType, good.toString());
            }
            other(FORM, Fixtures.form(good));
            odd(good, List.of(request -> request.withoutHeader(CONTENT_TYPE)));
        });
    }

    private static UnaryOperator<Request> header(String name, String value) {
        return request -> request.withHeader(name, value);
    }

    /** Where the request is refused in its usual form as well, the others say nothing. */
    private void taken(ObjectNode good) {
        Deque<ObjectNode> unused = new ArrayDeque<>(List.of(good));
        for (Map.Entry<String, UnaryOperator<Request>> form : FORMS.entrySet()) {
            if (form.getKey().equals(UnlistedProperties.REFUSED)
                    && new UnlistedProperties(context, this).areTaken(unused)) {
                continue;
            }
            Expectation success = context.success(form.getKey());
            Exchange exchange = send(unused, form.getValue(), success);
            if (exchange.status() / 100 == 4) {
                Expectation usual = context.success("a good request is refused");
                Exchange plain = send(unused, UnaryOperator.identity(), usual);
                if (plain.success().isEmpty()) {
                    if (!context.probe().isBlamed(context.operation())) {
                        context.judge(plain, usual);
                    }
                    return;
                }
            }
            context.judge(exchange, success);
        }
    }

    /** Each attempt has a body of its own, since a refresh token may be good for one: that of the refresh before, or a new one. */
    Exchange send(Deque<ObjectNode> unused, UnaryOperator<Request> form, Expectation success) {
        Supplier<Request> request = () -> {
            ObjectNode body =
                    unused.isEmpty() ? context.good().orElseGet(JsonNodeFactory.instance::objectNode) : unused.pop();
            return form.apply(context.request(body.toString()));
        };
        Exchange exchange = context.confirmed(request, success);
        exchange.success()
                .flatMap(pair -> Fixtures.next(context.operation(), pair))
                .ifPresent(unused::push);
        return exchange;
    }

    /** What a server does not read of a body that it refuses, the next request begins with (RFC 9112, section 9.3). */
    private void after(ObjectNode good) {
        Supplier<Request> afterAnother = () -> {
            context.send(context.request("{}").withHeader(CONTENT_TYPE, "text/plain"));
            return context.request(good.toString());
        };
        context.judged(afterAnother, context.success("the request after one of another media type is refused"));
    }

    /** Fetch Standard, section 3.3.5 (CORS protocol and credentials). */
    private void shared(Exchange exchange) {
        Response response = exchange.response();
        if (response != null
                && response.header("Access-Control-Allow-Origin").equals(Optional.of(ORIGIN))
                && response.header("Access-Control-Allow-Credentials").equals(Optional.of("true"))) {
            context.report(
                    "pages of any origin may read responses with credentials", "origins that are known", exchange);
        }
    }

    /**
     * RFC 9110, sections 8.3, 8.4, 11.4 and 12.5.1: a recipient may guess, pass over what is odd, or refuse. Where it does neither, each is
     * sent alone, so that the finding names the one that does harm.
     */
    Exchange odd(ObjectNode good, List<UnaryOperator<Request>> forms) {
        Expectation refused = Expectation.refusal("what is odd brings neither a success nor a 4xx");
        Request usual = context.request(good.toString());
        Request all = forms.stream().reduce(usual, (request, form) -> form.apply(request), (one, other) -> other);
        Exchange exchange = context.send(all);
        if (exchange.success().isEmpty()) {
            boolean one = forms.size() == 1 || refused.allows(exchange.status());
            Stream<Exchange> each =
                    one ? Stream.of(exchange) : forms.stream().map(form -> context.send(form.apply(usual)));
            each.filter(alone -> alone.success().isEmpty()).forEach(alone -> context.judge(alone, refused));
        }
        return exchange;
    }

    private void other(String mediaType, String body) {
        Exchange exchange = context.send(context.request(body).withHeader(CONTENT_TYPE, mediaType));
        CheckContext other = context.as("unsupported-media-type");
        String expected = "415 says best what is wrong";
        // Of a success that is never as it should be, another check tells.
        boolean odd = context.probe().findings().has("response-body", "" + exchange.status());
        if (BypassAttempts.letsIn(exchange) || odd && exchange.success().isPresent()) {
            // RFC 9110, section 15.5.16, forbids nobody to be lenient.
            other.report(mediaType + " is taken", expected, exchange);
            return;
        }
        Expectation refused = Expectation.refusal(mediaType + " is neither refused nor understood");
        context.judge(exchange, refused);
        if (refused.allows(exchange.status()) && exchange.status() != 415) {
            other.report("other media types bring " + exchange.status(), expected, exchange);
        }
    }
}
