package net.ixapi.auth.openapi.lint;

import java.math.BigDecimal;
import java.util.stream.Stream;
import net.ixapi.auth.openapi.document.Document;
import net.ixapi.auth.openapi.document.Finding;
import net.ixapi.auth.openapi.document.Place;
import net.ixapi.auth.openapi.document.SchemaParts;

final class NumberRules {
    private NumberRules() {}

    /** Every bound, default and listed value of an integer fits the integer's Java type. */
    static Stream<Finding> integersFit(Document document) {
        Stream<Place> values = Stream.of("minimum", "maximum", "default")
                .flatMap(document.root()::uses)
                .filter(NumberRules::isOfInteger);
        Stream<Place> listed =
                document.root().uses("enum").filter(NumberRules::isOfInteger).flatMap(list -> list.items().stream());
        return Stream.concat(
                values.flatMap(value -> finding(value, isLong(value.parent()))),
                listed.flatMap(value -> finding(value, isLong(value.parent().parent()))));
    }

    /** Every length fits into what Java counts with. */
    static Stream<Finding> lengthsFit(Document document) {
        return Stream.of("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties")
                .flatMap(document.root()::uses)
                .flatMap(length -> finding(length, false, "leave it out"));
    }

    private static Stream<Finding> finding(Place value, boolean isLong) {
        return finding(value, isLong, isLong ? "use type: number" : "add format: int64");
    }

    private static Stream<Finding> finding(Place value, boolean isLong, String instead) {
        try {
            BigDecimal number = new BigDecimal(value.text());
            if (number.stripTrailingZeros().scale() > 0) {
                return Stream.of(value.finding(value.text() + " is not an integer: use one"));
            }
            BigDecimal least = BigDecimal.valueOf(isLong ? Long.MIN_VALUE : Integer.MIN_VALUE);
            BigDecimal most = BigDecimal.valueOf(isLong ? Long.MAX_VALUE : Integer.MAX_VALUE);
            boolean fits = least.compareTo(number) <= 0 && number.compareTo(most) <= 0;
            return fits
                    ? Stream.empty()
                    : Stream.of(value.finding(
                            value.text() + " does not fit " + (isLong ? "int64: " : "int32: ") + instead));
        } catch (NumberFormatException e) {
            return Stream.empty(); // null, or a mistake that the generator names
        }
    }

    private static boolean isOfInteger(Place keyword) {
        return hasType(keyword.parent(), "integer");
    }

    static boolean isLong(Place schema) {
        return SchemaParts.keyword(schema, "format")
                .anyMatch(format -> format.text().equals("int64"));
    }

    static boolean hasType(Place schema, String name) {
        return SchemaParts.keyword(schema, "type").anyMatch(type -> type.text().equals(name));
    }
}
