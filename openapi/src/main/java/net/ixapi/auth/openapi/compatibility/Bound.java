package net.ixapi.auth.openapi.compatibility;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import net.ixapi.auth.openapi.document.Place;

/**
 * The least or the greatest number that a schema allows.
 *
 * @param isExclusive whether the number itself is not allowed
 */
record Bound(BigDecimal number, boolean isExclusive) {
    private static final Comparator<Bound> BY_NUMBER = Comparator.comparing(Bound::number);

    /**
     * The bound that a keyword sets: the tightest, if several parts of the schema have it.
     *
     * @param exclusive the keyword that excludes the number itself
     */
    static Optional<Bound> of(String keyword, String exclusive, Schema schema) {
        return schema.parts().stream()
                .flatMap(part -> in(part, keyword, exclusive))
                .max(tightestLast(keyword));
    }

    private static Stream<Bound> in(Place part, String keyword, String exclusive) {
        boolean isExclusive = part.isTrue(exclusive);
        return Stream.ofNullable(part.property(keyword).value())
                .filter(value -> value instanceof Number number && Double.isFinite(number.doubleValue()))
                .map(value -> new Bound(new BigDecimal(value.toString()), isExclusive));
    }

    /** Greater than 0 if the second bound is the tighter one, less if it is the looser one. No bound is looser than any. */
    static int tightening(String keyword, Optional<Bound> was, Optional<Bound> is) {
        return Comparator.nullsFirst(tightestLast(keyword)).compare(is.orElse(null), was.orElse(null));
    }

    private static Comparator<Bound> tightestLast(String keyword) {
        Comparator<Bound> byNumber = keyword.startsWith("max") ? BY_NUMBER.reversed() : BY_NUMBER;
        return byNumber.thenComparing(Bound::isExclusive);
    }

    @Override
    public String toString() {
        return number.toPlainString() + (isExclusive ? " (exclusive)" : "");
    }
}
