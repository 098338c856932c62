package net.ixapi.auth.openapi.compatibility;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.ixapi.auth.openapi.document.Place;

/**
 * A keyword of a schema that can be compared without a look at other schemas.
 *
 * @param keyword its name
 * @param value what a schema has there, all its parts taken together
 * @param effect the effect of going from one value to another
 */
record Constraint<T>(String keyword, Function<Schema, T> value, BiFunction<T, T, Effect> effect) {
    /** Those of OpenAPI 3.0.3, "Schema Object". */
    static final List<Constraint<?>> ALL = List.of(
            new Constraint<>("format", Constraint::formats, Effect::ofDemands),
            new Constraint<>("nullable", Schema::isNullable, (was, is) -> Effect.ofOrder(was.compareTo(is))),
            new Constraint<>("enum", Constraint::choices, Effect::ofChoices),
            count("minLength"),
            count("maxLength"),
            new Constraint<>("pattern", schema -> schema.texts("pattern"), Effect::ofDemands),
            bound("minimum", schema -> Bound.of("minimum", "exclusiveMinimum", schema)),
            bound("maximum", schema -> Bound.of("maximum", "exclusiveMaximum", schema)),
            new Constraint<>("multipleOf", Constraint::factors, Constraint::ofFactors),
            count("minItems"),
            count("maxItems"),
            new Constraint<>(
                    "uniqueItems", schema -> schema.has("uniqueItems"), (was, is) -> Effect.ofOrder(is.compareTo(was))),
            count("minProperties"),
            count("maxProperties"),
            new Constraint<>("not", schema -> values(schema.places("not")), Effect::ofDemands),
            new Constraint<>("discriminator", Constraint::discriminators, Effect.CHANGED::ofDifference),
            new Constraint<>("default", schema -> values(schema.places("default")), Constraint::ofDefaults),
            new Constraint<>("deprecated", schema -> schema.has("deprecated"), Effect.HARMLESS::ofDifference));

    /** How the keyword changed, in words. */
    String difference(T was, T is) {
        return "was " + shown(was) + ", is " + shown(is);
    }

    private static String shown(Object value) {
        Stream<?> values = value instanceof Set<?> set ? set.stream() : Stream.of(value);
        String shown = (value instanceof Optional<?> optional ? optional.stream() : values)
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        return shown.isEmpty() ? "not set" : shown;
    }

    private static Constraint<Optional<Bound>> bound(String keyword, Function<Schema, Optional<Bound>> value) {
        return new Constraint<>(keyword, value, (was, is) -> Effect.ofOrder(Bound.tightening(keyword, was, is)));
    }

    /** A bound of a count: that it is at least 0 goes without saying. */
    private static Constraint<Optional<Bound>> count(String keyword) {
        return bound(
                keyword,
                schema -> Bound.of(keyword, "", schema)
                        .filter(bound ->
                                keyword.startsWith("max") || bound.number().signum() != 0));
    }

    /** {@code password} tells forms to hide what is typed; the values are those of any string. */
    private static Set<String> formats(Schema schema) {
        Set<String> formats = schema.texts("format");
        formats.remove("password");
        return formats;
    }

    /** The values that every list has. */
    private static Set<Object> choices(Schema schema) {
        return schema.places("enum")
                .map(list -> values(list.items().stream()))
                .reduce((some, others) -> {
                    some.retainAll(others);
                    return some;
                })
                .orElse(Set.of());
    }

    private static Set<BigDecimal> factors(Schema schema) {
        return values(schema.places("multipleOf")).stream()
                .filter(Number.class::isInstance)
                .map(factor -> new BigDecimal(factor.toString()))
                .filter(factor -> factor.signum() > 0)
                .collect(Collectors.toSet());
    }

    /** Each multiple of 10 is one of 5. */
    private static Effect ofFactors(Set<BigDecimal> was, Set<BigDecimal> is) {
        return Effect.ofDemands(was, is, (some, other) -> some.remainder(other).signum() == 0);
    }

    private static Set<Object> discriminators(Schema schema) {
        return schema.places("discriminator")
                .flatMap(place -> Stream.concat(
                        Stream.of(place.text("propertyName")),
                        place.properties("mapping").map(Place::name)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** A client that leaves a value out gets another one. To write down a default changes nothing. */
    private static Effect ofDefaults(Set<Object> was, Set<Object> is) {
        return (was.isEmpty() ? Effect.HARMLESS : Effect.NARROWED).ofDifference(was, is);
    }

    private static Set<Object> values(Stream<Place> places) {
        return places.map(Place::value).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
