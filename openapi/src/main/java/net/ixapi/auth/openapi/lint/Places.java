package net.ixapi.auth.openapi.lint;

import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.ixapi.auth.openapi.document.Document;
import net.ixapi.auth.openapi.document.Operation;
import net.ixapi.auth.openapi.document.Place;

/** Places of a document: those of a kind, of which a rule refuses some. */
@FunctionalInterface
interface Places {
    Places OPERATIONS = of(operation -> Stream.of(operation.place()));

    /** Every schema that has a name. */
    Places SCHEMAS = document -> document.components("schemas").stream();

    /** Every property, wherever the schema stands that has it. */
    Places PROPERTIES = uses("properties").each(properties -> properties.properties().stream());

    /** Every parameter of an operation. A reference that leads nowhere is a finding of its own. */
    Places PARAMETERS = of(operation -> operation.parameters().stream()).where(Place::exists);

    /** Every content of a request body and of a response. */
    Places MEDIA_TYPES = of(Operation::mediaTypes);

    Stream<Place> in(Document document);

    /** What stands under a keyword, wherever the document uses it. */
    static Places uses(String... keywords) {
        return document -> Stream.of(keywords).flatMap(document.root()::uses);
    }

    /** Places of each operation. */
    static Places of(Function<Operation, Stream<Place>> places) {
        return document -> document.operations().stream().flatMap(places);
    }

    /** Some of the operations. */
    static Places operations(Predicate<Operation> some) {
        return of(operation -> Stream.of(operation).filter(some).map(Operation::place));
    }

    /** Places at or around each of these. */
    default Places each(Function<Place, Stream<Place>> places) {
        return document -> in(document).flatMap(places);
    }

    /** What stands under a property, where something does. */
    default Places at(String property) {
        return each(place -> Stream.of(place.property(property))).where(Place::exists);
    }

    default Places where(Predicate<Place> some) {
        return document -> in(document).filter(some);
    }

    /** The rule that there are no such places. */
    default Rule refuse(Function<Place, String> message) {
        return document -> in(document).map(place -> place.finding(message.apply(place)));
    }

    /** The rule that there are no such places. */
    default Rule refuse(String message) {
        return refuse(place -> message);
    }
}
