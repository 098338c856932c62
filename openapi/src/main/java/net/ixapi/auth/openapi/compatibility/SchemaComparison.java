package net.ixapi.auth.openapi.compatibility;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.ixapi.auth.openapi.document.Place;

/** Compares two schemas, and all that they contain, as those of messages in one direction. */
final class SchemaComparison {
    private final Changes changes;
    private final Direction direction;
    private final String user;
    private final Set<List<List<String>>> compared = new HashSet<>();

    /**
     * Prepares a comparison.
     *
     * @param user the part of an operation that the schemas are for
     */
    SchemaComparison(Changes changes, Direction direction, String user) {
        this.changes = changes;
        this.direction = direction;
        this.user = user;
    }

    void compare(Place was, Place is) {
        compare(Schema.at(was), Schema.at(is));
    }

    /** A schema may contain itself: each pair is compared once. */
    private void compare(Schema was, Schema is) {
        if (!compared.add(List.of(was.pointers(), is.pointers()))) {
            return;
        }
        if (!was.type().equals(is.type())) {
            report(is.place("type"), Effect.CHANGED, "was " + was.type() + ", is " + is.type());
            return;
        }
        Constraint.ALL.forEach(constraint -> compareKeyword(constraint, was, is));
        compareProperties(was, is);
        compareAdditionalProperties(was, is);
        compare(was.below("items"), is.below("items"));
        compareAlternatives("oneOf", was, is);
        compareAlternatives("anyOf", was, is);
    }

    private <T> void compareKeyword(Constraint<T> constraint, Schema was, Schema is) {
        T old = constraint.value().apply(was);
        T now = constraint.value().apply(is);
        report(is.place(constraint.keyword()), constraint.effect().apply(old, now), constraint.difference(old, now));
    }

    private void compareProperties(Schema was, Schema is) {
        Set<String> names = was.propertyNames();
        names.addAll(is.propertyNames());
        names.forEach(name -> compareProperty(name, was, is));
    }

    private void compareProperty(String name, Schema was, Schema is) {
        Place place = is.propertyPlace(name);
        Optional<Schema> old = was.property(name, direction);
        Optional<Schema> now = is.property(name, direction);
        int tightening = Boolean.compare(is.requires(name, direction), was.requires(name, direction));
        if (old.isPresent() && now.isEmpty()) {
            report(place, is.isClosed() ? Effect.CHANGED : Effect.WIDENED, "property removed");
        } else if (old.isEmpty() && now.isPresent() && tightening > 0) {
            report(place, Effect.NARROWED, "required property added");
        } else if (old.isEmpty() && now.isPresent()) {
            report(place, was.isClosed() ? Effect.WIDENED : Effect.HARMLESS, "property added");
        } else {
            String required = tightening > 0 ? "property is required now" : "property is no longer required";
            report(place, Effect.ofOrder(tightening), required);
            old.ifPresent(schema -> compare(schema, now.orElseThrow()));
        }
    }

    private void compareAdditionalProperties(Schema was, Schema is) {
        int tightening = Boolean.compare(is.isClosed(), was.isClosed());
        String others = "properties that are not described are " + (is.isClosed() ? "refused" : "allowed") + " now";
        report(is.place("additionalProperties"), Effect.ofOrder(tightening), others);
        if (!was.isClosed() && !is.isClosed()) {
            compare(was.below("additionalProperties"), is.below("additionalProperties"));
        }
    }

    private void compareAlternatives(String keyword, Schema was, Schema is) {
        List<Place> old = new ArrayList<>(was.alternatives(keyword));
        List<Place> now = new ArrayList<>(is.alternatives(keyword));
        if (old.isEmpty() || now.isEmpty()) {
            int tightening = Boolean.compare(!now.isEmpty(), !old.isEmpty());
            report(is.place(keyword), Effect.ofOrder(tightening), keyword + (now.isEmpty() ? " removed" : " added"));
            return;
        }
        // Those of the same name belong together; of the rest, which may have been renamed, those of the same rank.
        for (Place alternative : List.copyOf(old)) {
            now.stream()
                    .filter(other -> other.pointer().equals(alternative.pointer()))
                    .findFirst()
                    .ifPresent(other -> {
                        old.remove(alternative);
                        now.remove(other);
                        compare(alternative, other);
                    });
        }
        while (!old.isEmpty() && !now.isEmpty()) {
            compare(old.remove(0), now.remove(0));
        }
        old.forEach(place -> report(is.place(keyword), Effect.NARROWED, place.pointer() + " removed"));
        now.forEach(place -> report(is.place(keyword), Effect.WIDENED, place.pointer() + " added"));
    }

    private void report(Place place, Effect effect, String what) {
        if (effect != Effect.NONE) {
            changes.add(direction.toString(), place, what, direction.isCompatible(effect), user);
        }
    }
}
