package net.ixapi.auth.contract.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import net.ixapi.auth.openapi.document.Place;

/**
 * An operation of the document. Immutable.
 *
 * @param path its path template
 * @param place where it stands in the document
 * @param statuses the documented statuses in their order
 * @param json its request body of JSON; a place where nothing stands, if it takes none
 * @param properties the properties of that body, at all depths
 * @param parameters its own parameters and those of its path
 * @param secured whether the document says that it needs authentication
 */
public record Operation(
        String path,
        Place place,
        List<Integer> statuses,
        Place json,
        List<Property> properties,
        List<Place> parameters,
        boolean secured) {
    /** What it says itself of its security counts, and else what the document says for all. An empty object is "or without". */
    static Operation of(net.ixapi.auth.openapi.document.Operation operation, Place securityOfAll) {
        Place json = operation.requestBody().property("content").property("application/json");
        Place own = operation.place().property("security");
        List<Place> ways = (own.exists() ? own : securityOfAll).items();
        boolean secured = !ways.isEmpty()
                && ways.stream().noneMatch(way -> way.properties().isEmpty());
        List<Integer> statuses = operation.responses().stream()
                .filter(response -> response.hasStatus("[1-5]\\d\\d"))
                .map(response -> Integer.valueOf(response.status()))
                .toList();
        List<Property> properties = Property.of(json.property("schema"));
        return new Operation(
                operation.path(), operation.place(), statuses, json, properties, operation.parameters(), secured);
    }

    /**
     * Its name in generated code.
     *
     * @return its {@code operationId}
     */
    public String id() {
        return place.text("operationId");
    }

    /**
     * Its HTTP method.
     *
     * @return in capitals
     */
    public String method() {
        return place.name().toUpperCase(Locale.ROOT);
    }

    /**
     * A body that the document shows.
     *
     * @return the first example; a missing node where it shows none
     */
    public JsonNode example() {
        return json.properties("examples")
                .findFirst()
                .map(example -> example.target().property("value"))
                .orElse(json.property("example"))
                .json();
    }

    /**
     * Whether its body has a property.
     *
     * @param name the name of a property at the top
     * @return true if the document lists it
     */
    public boolean has(String name) {
        return properties.stream().anyMatch(property -> property.name().equals(name));
    }

    /**
     * For reports.
     *
     * @return such as {@code POST /auth/token}
     */
    public String label() {
        return method() + " " + path;
    }

    /**
     * The status of a success.
     *
     * @return the first documented 2xx, or 200 where there is none
     */
    public int success() {
        return first(status -> status / 100 == 2).orElse(200);
    }

    /**
     * The status for a request that breaks the document.
     *
     * @return the documented 400 or 422, if there is one
     */
    public Optional<Integer> invalid() {
        return first(status -> status == 400 || status == 422);
    }

    /**
     * The status for what is not authenticated.
     *
     * @return the documented 401 or 403, if there is one
     */
    public Optional<Integer> unauthenticated() {
        return first(status -> status == 401).or(() -> first(status -> status == 403));
    }

    private Optional<Integer> first(Predicate<Integer> which) {
        return statuses.stream().filter(which).findFirst();
    }

    /**
     * The statuses of documented errors.
     *
     * @return the documented 4xx
     */
    public List<Integer> clientErrors() {
        return statuses.stream().filter(status -> status / 100 == 4).toList();
    }

    /**
     * The media types of a response.
     *
     * @param status its status
     * @return the documented media types in their order
     */
    public List<String> mediaTypes(int status) {
        return content(status).properties().stream().map(Place::name).toList();
    }

    /**
     * The schema of a response.
     *
     * @param status its status
     * @param mediaType a documented media type, without parameters
     * @return a place where nothing stands, if the document has none
     */
    public Place schema(int status, String mediaType) {
        return content(status).property(mediaType).property("schema");
    }

    /**
     * The problem types that the document shows for a response.
     *
     * @param status its status
     * @return the {@code type} of each example, without repetition
     */
    public List<String> problemTypes(int status) {
        return content(status).properties().stream()
                .flatMap(content -> content.properties("examples"))
                .map(example -> example.target().property("value").text("type"))
                .filter(type -> !type.isEmpty())
                .distinct()
                .toList();
    }

    private Place content(int status) {
        return place.property("responses").property("" + status).target().property("content");
    }

    /**
     * Where it stands in the document, for a reader.
     *
     * @return such as {@code openapi.yaml#/paths/~1auth~1token/post}
     */
    public String source() {
        return "openapi.yaml#" + place.pointer();
    }

    /**
     * Where a response stands in the document, for a reader.
     *
     * @param status its status
     * @return such as {@code openapi.yaml#/paths/~1auth~1token/post/responses/201}
     */
    public String source(int status) {
        return source() + "/responses/" + status;
    }
}
