package net.ixapi.auth.templates.differential;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import net.ixapi.auth.openapi.document.Document;
import net.ixapi.auth.openapi.document.Operation;
import net.ixapi.auth.openapi.document.Place;
import org.jspecify.annotations.Nullable;

/** The requests of one operation, written by hand: by none of the generated code that is to be checked. Immutable. */
final class Exchange {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Operation operation;
    private final Map<Place, Shape> parameters = new LinkedHashMap<>();
    private final @Nullable Shape body;
    private final String mediaType;

    private Exchange(Document document, Operation operation, Place content) {
        this.operation = operation;
        operation.parameters().forEach(place -> parameters.put(place, Shape.of(document, place.property("schema"))));
        this.mediaType = content.name();
        this.body = content.property("schema").exists() ? Shape.of(document, content.property("schema")) : null;
    }

    /** One for each media type of the body. */
    static List<Exchange> of(Document document, Operation operation) {
        Place content = operation.requestBody().property("content");
        return (content.properties().isEmpty() ? List.of(content) : content.properties())
                .stream().map(type -> new Exchange(document, operation, type)).toList();
    }

    Operation operation() {
        return operation;
    }

    String id() {
        String name = operation.place().property("operationId").text();
        return body == null ? name : name + " " + mediaType;
    }

    Map<Place, Shape> parameters() {
        return parameters;
    }

    @Nullable Shape body() {
        return body;
    }

    boolean requiresBody() {
        return operation.requestBody().property("required").text().equals("true");
    }

    HttpResponse<String> send(URI server, Map<Place, JsonNode> values, @Nullable JsonNode content) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address(server, values)).timeout(Duration.ofSeconds(30));
        values.forEach((place, value) -> {
            String name = place.property("name").text();
            switch (place.property("in").text()) {
                case "header" -> request.header(name, joined(texts(value), false));
                case "cookie" -> request.header("Cookie", name + "=" + joined(texts(value), false));
                default -> {}
            }
        });
        if (content != null) {
            request.header("Content-Type", mediaType);
        }
        String method = operation.place().name().toUpperCase(java.util.Locale.ROOT);
        return CLIENT.send(
                request.method(
                                method,
                                content == null ? BodyPublishers.noBody() : BodyPublishers.ofString(content.toString()))
                        .build(),
                BodyHandlers.ofString());
    }

    private URI address(URI server, Map<Place, JsonNode> values) {
        String path = operation.path();
        List<String> query = new ArrayList<>();
        for (Map.Entry<Place, JsonNode> entry : values.entrySet()) {
            Place place = entry.getKey();
            String name = place.property("name").text();
            List<String> texts = texts(entry.getValue());
            if (place.property("in").text().equals("path")) {
                path = path.replace("{" + name + "}", joined(texts, true));
            } else if (place.property("in").text().equals("query")) {
                if (place.property("explode").text().equals("false")) {
                    query.add(encoded(name) + "=" + joined(texts, true));
                } else {
                    texts.forEach(text -> query.add(encoded(name) + "=" + encoded(text)));
                }
            }
        }
        return URI.create(server + path.replace(" ", "%20") + (query.isEmpty() ? "" : "?" + String.join("&", query)));
    }

    private static List<String> texts(JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(Exchange::text)
                        .toList()
                : List.of(text(value));
    }

    private static String text(JsonNode value) {
        return value.isBigDecimal() ? value.decimalValue().toPlainString() : value.asText();
    }

    private static String joined(List<String> texts, boolean encoded) {
        return texts.stream().map(text -> encoded ? encoded(text) : text).collect(Collectors.joining(","));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
