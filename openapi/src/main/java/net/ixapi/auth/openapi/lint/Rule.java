package net.ixapi.auth.openapi.lint;

import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.ixapi.auth.openapi.document.Document;
import net.ixapi.auth.openapi.document.Finding;
import net.ixapi.auth.openapi.document.Operation;
import net.ixapi.auth.openapi.document.Place;

/** A demand on a document. */
@FunctionalInterface
interface Rule {
    /** Where the document does not keep the rule. */
    Stream<Finding> findings(Document document);

    /** Refuses some places of a document. */
    static Rule refuse(
            Function<Document, Stream<Place>> places, Predicate<Place> isRefused, Function<Place, String> message) {
        return document -> places.apply(document).filter(isRefused).map(place -> place.finding(message.apply(place)));
    }

    /** Refuses what stands under a keyword, wherever the document uses it. */
    static Rule refuse(String keyword, Predicate<Place> isRefused, Function<Place, String> message) {
        return refuse(document -> document.root().uses(keyword), isRefused, message);
    }

    /** Refuses operations. */
    static Rule refuseOperations(Predicate<Operation> isRefused, Function<Operation, Place> place, String message) {
        return document ->
                document.operations().stream().filter(isRefused).map(place).map(found -> found.finding(message));
    }
}
