package net.ixapi.auth.templates.differential;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.ixapi.auth.client.runtime.HttpTransport;
import net.ixapi.auth.openapi.document.Document;
import net.ixapi.auth.openapi.document.Operation;
import net.ixapi.auth.openapi.document.Place;
import org.jspecify.annotations.Nullable;

/**
 * Compares what generated code does with what the document means: requests that keep to it reach the implementation as they were
 * sent, by hand and by the generated client, and others are answered with a 400 that names the place. For one thread.
 */
public final class Differential {
    private final Document document;
    private final ScriptedServer server;
    private final GeneratedClient client;
    private final List<String> otherwise = new ArrayList<>();
    private final Map<String, Integer> reasons = new TreeMap<>();
    private int asTheDocumentSays;

    private Differential(Document document, ScriptedServer server, GeneratedClient client) {
        this.document = document;
        this.server = server;
        this.client = client;
    }

    /**
     * The result.
     *
     * @param operations how many operations there are
     * @param asTheDocumentSays how many requests were answered so
     * @param otherwise the others, and the constraints that there was no request for
     * @param reasons why no request can break other constraints, and how many
     */
    public record Result(int operations, int asTheDocumentSays, List<String> otherwise, Map<String, Integer> reasons) {
        @Override
        public String toString() {
            return operations + " operations, " + asTheDocumentSays + " requests as the document says, "
                    + otherwise.size() + " otherwise";
        }
    }

    /**
     * Checks generated code.
     *
     * @param document what it was generated from
     * @param classes the folder of the compiled classes
     * @param loader loads them
     * @param serverPackage the package of the generated routes
     * @param clientPackage the package of the generated client
     * @return what was found
     */
    public static Result run(
            Path document, Path classes, ClassLoader loader, String serverPackage, String clientPackage)
            throws Exception {
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.routes(classes, loader, serverPackage));
                HttpTransport transport = HttpTransport.to(server.uri())) {
            Differential all = new Differential(
                    Document.read(document, document.getFileName().toString()),
                    server,
                    new GeneratedClient(loader, clientPackage, server, transport));
            for (Operation operation : all.document.operations()) {
                for (Exchange exchange : Exchange.of(all.document, operation)) {
                    all.check(exchange);
                }
            }
            return new Result(server.operations(), all.asTheDocumentSays, all.otherwise, all.reasons);
        }
    }

    private void check(Exchange exchange) throws Exception {
        Map<Place, JsonNode> values = new LinkedHashMap<>();
        exchange.parameters().forEach((place, shape) -> values.put(place, Samples.of(shape, true)));
        JsonNode body = exchange.body() == null ? null : Samples.of(exchange.body(), true);
        server.taken();
        HttpResponse<String> response = exchange.send(server.uri(), values, body);
        ScriptedServer.Call call = server.taken();
        if (call == null) {
            otherwise(exchange, "a good request", "is answered with " + response.statusCode() + " " + response.body());
            return;
        }
        scriptAnswer(exchange, call.method());
        valid(exchange, "everything", values, body);
        required(exchange, values, body);
        for (Map.Entry<Place, Shape> parameter : exchange.parameters().entrySet()) {
            parameter(exchange, parameter.getKey(), parameter.getValue(), values, body);
        }
        if (exchange.body() != null && body != null) {
            Method method = call.method();
            for (Case one : covered(exchange, Cases.of(exchange.body(), body, "", ""))) {
                send(exchange, one, values, one.value());
                if (one.value() != null && one.wrong() != null) {
                    Type type = method.getGenericParameterTypes()[method.getParameterCount() - 1];
                    Annotations.silence(one, type).ifPresent(found -> otherwise(exchange, one.name(), found));
                }
            }
        }
    }

    /** The cases; what they do not cover is otherwise. */
    private List<Case> covered(Exchange exchange, Cases cases) {
        cases.without().forEach(constraint -> otherwise(exchange, constraint, "has no case"));
        cases.reasons().forEach(reason -> reasons.merge(reason, 1, Integer::sum));
        return cases.list();
    }

    /** Without what is optional; and without what is not. */
    private void required(Exchange exchange, Map<Place, JsonNode> values, @Nullable JsonNode body) throws Exception {
        Map<Place, JsonNode> required = new LinkedHashMap<>(values);
        required.keySet().removeIf(place -> !place.property("required").text().equals("true"));
        valid(exchange, "nothing optional", required, exchange.requiresBody() ? body : null);
        for (Place place : required.keySet()) {
            if (!place.property("in").text().equals("path")) {
                Map<Place, JsonNode> less = new LinkedHashMap<>(required);
                less.remove(place);
                String name = place.property("name").text();
                invalid(exchange, name + " left out", name, less, body);
            }
        }
        if (exchange.requiresBody()) {
            invalid(exchange, "no body", "body", values, null);
        }
    }

    private void parameter(
            Exchange exchange, Place place, Shape shape, Map<Place, JsonNode> values, @Nullable JsonNode body)
            throws Exception {
        String name = place.property("name").text();
        String in = place.property("in").text();
        for (Case one : covered(exchange, Cases.of(shape, values.get(place), name, in))) {
            Map<Place, JsonNode> changed = new LinkedHashMap<>(values);
            changed.put(place, one.value());
            send(exchange, one, changed, body);
        }
    }

    private void send(Exchange exchange, Case one, Map<Place, JsonNode> values, @Nullable JsonNode body)
            throws Exception {
        if (one.wrong() == null) {
            valid(exchange, one.name(), values, body);
        } else {
            invalid(exchange, one.name(), one.wrong(), values, body);
        }
    }

    private void invalid(
            Exchange exchange, String name, String place, Map<Place, JsonNode> values, @Nullable JsonNode body)
            throws Exception {
        server.taken();
        HttpResponse<String> response = exchange.send(server.uri(), values, body);
        if (server.taken() != null) {
            otherwise(exchange, name, "reaches the implementation");
        } else if (response.statusCode() != 400) {
            otherwise(exchange, name, "is answered with " + response.statusCode());
        } else if (!response.body().contains("\"name\":\"" + place + "\"")) {
            otherwise(exchange, name, "is answered without naming " + place + ": " + response.body());
        } else {
            asTheDocumentSays++;
        }
    }

    private void valid(Exchange exchange, String name, Map<Place, JsonNode> values, @Nullable JsonNode body)
            throws Exception {
        server.taken();
        HttpResponse<String> response = exchange.send(server.uri(), values, body);
        ScriptedServer.Call call = server.taken();
        if (call == null || response.statusCode() / 100 != 2) {
            otherwise(exchange, name, "is answered with " + response.statusCode() + " " + response.body());
            return;
        }
        List<Likeness.Sent> sent = new ArrayList<>();
        exchange.parameters()
                .forEach((place, shape) ->
                        sent.add(new Likeness.Sent(place.property("name").text(), shape, values.get(place))));
        if (exchange.body() != null) {
            sent.add(new Likeness.Sent("", exchange.body(), body));
        }
        count(exchange, name, Likeness.difference(call, sent));
        Annotations.disagreement(call.arguments()).ifPresent(found -> otherwise(exchange, name, found));
        count(exchange, name + ", by the client", client.difference(call));
    }

    private void count(Exchange exchange, String name, Optional<String> difference) {
        difference.ifPresentOrElse(found -> otherwise(exchange, name, found), () -> asTheDocumentSays++);
    }

    private void otherwise(Exchange exchange, String name, String what) {
        otherwise.add(exchange.id() + ": " + name + " " + what);
    }

    /** The answer has all that the document lets it have. */
    private void scriptAnswer(Exchange exchange, Method method) {
        if (method.getReturnType() != void.class) {
            exchange.operation().responses().stream()
                    .filter(response -> response.hasStatus("2..|DEFAULT"))
                    .flatMap(response -> response.place().property("content").properties().stream())
                    .map(content -> content.property("schema"))
                    .findFirst()
                    .ifPresent(schema -> server.answer(
                            method,
                            Likeness.MAPPER.convertValue(
                                    Samples.of(Shape.of(document, schema), false),
                                    Likeness.MAPPER.constructType(method.getGenericReturnType()))));
        }
    }
}
