package net.ixapi.auth.openapi.document;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An operation of a document.
 *
 * @param path the path template under which it stands
 * @param pathItem what the operations of that path share
 * @param place where it stands; its name is the method
 */
public record Operation(String path, Place pathItem, Place place) {
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    /**
     * A response of an operation.
     *
     * @param status the status, a range such as {@code 4XX}, or {@code default}
     * @param place where it stands, references followed
     */
    public record Response(String status, Place place) {
        public boolean hasStatus(String regex) {
            return status.toUpperCase(Locale.ROOT).matches(regex);
        }
    }

    static Stream<Operation> of(String path, Place pathItem) {
        return pathItem.properties().stream()
                .filter(keyword -> METHODS.contains(keyword.name()))
                .map(method -> new Operation(path, pathItem, method));
    }

    /** Its own parameters and those of its path that it does not replace, references followed. */
    public List<Place> parameters() {
        List<Place> own = targets(place);
        Set<List<String>> replaced = own.stream().map(Operation::key).collect(Collectors.toSet());
        Stream<Place> shared = targets(pathItem).stream().filter(parameter -> !replaced.contains(key(parameter)));
        return Stream.concat(own.stream(), shared).toList();
    }

    /** The request body, references followed; one that does not exist, if there is none. */
    public Place requestBody() {
        return place.property("requestBody").target();
    }

    public List<Response> responses() {
        return place.properties("responses")
                .map(response -> new Response(response.name(), response.target()))
                .toList();
    }

    /** Each media type of the request body and of the responses. */
    public Stream<Place> mediaTypes() {
        return Stream.concat(Stream.of(requestBody()), responses().stream().map(Response::place))
                .flatMap(body -> body.properties("content"));
    }

    private static List<Place> targets(Place place) {
        return place.items("parameters").map(Place::target).toList();
    }

    private static List<String> key(Place parameter) {
        return List.of(parameter.text("in"), parameter.text("name"));
    }
}
