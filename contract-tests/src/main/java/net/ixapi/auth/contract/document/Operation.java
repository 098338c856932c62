package net.ixapi.auth.contract.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.ixapi.auth.openapi.document.Place;

/**
 * An operation of the document. Immutable.
 *
 * @param id its {@code operationId}
 * @param method its HTTP method, in capitals
 * @param path its path template
 * @param place where it stands in the document
 * @param statuses the documented statuses in their order
 * @param takesJson whether it takes a body of JSON
 * @param members the members of that body, at all depths
 * @param parameters its own parameters and those of its path
 * @param secured whether the document says that it needs authentication
 * @param example a body that the document shows; a missing node where it shows none
 */
public record Operation(
        String id,
        String method,
        String path,
        Place place,
        List<Integer> statuses,
        boolean takesJson,
        List<Member> members,
        List<Place> parameters,
        boolean secured,
        JsonNode example) {
    /** Copies the lists. */
    public Operation {
        statuses = List.copyOf(statuses);
        members = List.copyOf(members);
        parameters = List.copyOf(parameters);
    }

    static Operation of(net.ixapi.auth.openapi.document.Operation operation) {
        Place json = json(operation.requestBody());
        return new Operation(
                operation.place().property("operationId").text(),
                operation.place().name().toUpperCase(Locale.ROOT),
                operation.path(),
                operation.place(),
                operation.responses().stream()
                        .filter(response -> response.hasStatus("[1-5]\\d\\d"))
                        .map(response -> Integer.valueOf(response.status()))
                        .toList(),
                json.exists(),
                Members.of(json.property("schema")),
                operation.parameters(),
                isSecured(operation.place()),
                example(json));
    }

    /** What it says itself counts, and else what the document says for all. An empty object is "or without". */
    private static boolean isSecured(Place operation) {
        Place root = operation;
        while (root.parent() != null) {
            root = root.parent();
        }
        Place own = operation.property("security");
        List<Place> ways = (own.exists() ? own : root.property("security")).items();
        return !ways.isEmpty()
                && ways.stream().noneMatch(way -> way.properties().isEmpty());
    }

    private static Place json(Place body) {
        return body.property("content").property("application/json");
    }

    private static JsonNode example(Place content) {
        return content.property("examples").properties().stream()
                .findFirst()
                .map(example -> example.target().property("value"))
                .orElse(content.property("example"))
                .json();
    }

    /** Its body of JSON. */
    Place json() {
        return json(place.property("requestBody").target());
    }

    /**
     * Where it stands in the document.
     *
     * @return a JSON pointer
     */
    public String pointer() {
        return place.pointer();
    }

    /**
     * Whether its body has a member.
     *
     * @param name the name of a member at the top
     * @return true if the document lists it
     */
    public boolean has(String name) {
        return members.stream().anyMatch(member -> member.name().equals(name));
    }

    /**
     * For reports.
     *
     * @return such as {@code POST /auth/token}
     */
    public String label() {
        return method + " " + path;
    }

    /**
     * The status of a success.
     *
     * @return the first documented 2xx, or 200 where there is none
     */
    public int success() {
        return first(200, 299).orElse(200);
    }

    /**
     * The status for a request that breaks the document.
     *
     * @return the documented 400 or 422, if there is one
     */
    public Optional<Integer> invalid() {
        return statuses.stream()
                .filter(status -> status == 400 || status == 422)
                .findFirst();
    }

    /**
     * The status for what is not authenticated.
     *
     * @return the documented 401 or 403, if there is one
     */
    public Optional<Integer> unauthenticated() {
        return first(401, 401).or(() -> first(403, 403));
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
     * Where an answer stands in the document.
     *
     * @param status its status
     * @return a place for a reader
     */
    public String source(int status) {
        return "openapi.yaml#" + pointer() + "/responses/" + status;
    }

    private Optional<Integer> first(int from, int to) {
        return statuses.stream()
                .filter(status -> from <= status && status <= to)
                .findFirst();
    }
}
