package net.ixapi.auth.templates.differential;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import net.ixapi.auth.openapi.document.Place;

/**
 * Which constraints of a document some case breaks, and why no request can break others. What the document constrains is found
 * apart from the cases, so that a place that they forget is noticed. Not safe for use by several threads at once.
 */
final class Coverage {
    private static final List<String> KEYWORDS = List.of(
            "type",
            "enum",
            "pattern",
            "minLength",
            "maxLength",
            "minimum",
            "maximum",
            "multipleOf",
            "minItems",
            "maxItems",
            "minProperties",
            "maxProperties",
            "discriminator");

    private final Set<String> broken = new HashSet<>();
    private final Map<String, String> reasons = new LinkedHashMap<>();

    void breaks(Stream<Place> constraints) {
        constraints.map(Place::pointer).forEach(broken::add);
    }

    /** No request breaks these, for a reason that a sentence gives. */
    void cannotBreak(Stream<Place> constraints, String reason) {
        constraints.map(Place::pointer).forEach(constraint -> reasons.put(constraint, reason));
    }

    /** The constraints of a request's value that neither a case nor a reason stands for, by their JSON pointers. */
    List<String> missing(Shape shape) {
        return constraints(shape).stream()
                .filter(constraint -> !broken.contains(constraint) && !reasons.containsKey(constraint))
                .toList();
    }

    /** The reasons of the constraints without a case. */
    List<String> reasons(Shape shape) {
        return constraints(shape).stream()
                .filter(constraint -> !broken.contains(constraint))
                .map(reasons::get)
                .filter(Objects::nonNull)
                .toList();
    }

    private static Set<String> constraints(Shape shape) {
        Set<String> found = new LinkedHashSet<>();
        collect(shape, new HashSet<>(), found);
        return found;
    }

    private static void collect(Shape shape, Set<List<String>> seen, Set<String> found) {
        if (!seen.add(shape.pointers())) {
            return;
        }
        constraintsAt(shape).map(Place::pointer).forEach(found::add);
        List<Shape> inner = new ArrayList<>(shape.kinds().values());
        inner.addAll(shape.properties().values());
        shape.items().ifPresent(inner::add);
        shape.additional().ifPresent(inner::add);
        // What is read only is in no request.
        inner.stream().filter(one -> !one.isTrue("readOnly")).forEach(one -> collect(one, seen, found));
    }

    private static Stream<Place> constraintsAt(Shape shape) {
        Stream<Place> plain = KEYWORDS.stream().flatMap(shape::all);
        // OpenAPI lets a document use other formats, which say nothing to a validator.
        Stream<Place> formats =
                shape.all("format").filter(format -> ScalarCases.WRONG_FORMATS.containsKey(format.text()));
        Stream<Place> switched = Stream.of("exclusiveMinimum", "exclusiveMaximum", "uniqueItems")
                .flatMap(shape::all)
                .filter(value -> value.text().equals("true"));
        Stream<Place> closed =
                shape.all("additionalProperties").filter(value -> value.text().equals("false"));
        return Stream.of(
                        plain,
                        formats,
                        switched,
                        closed,
                        shape.required().stream().flatMap(shape::requiring))
                .flatMap(places -> places);
    }
}
