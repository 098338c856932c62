package net.ixapi.auth.openapi.compatibility;

import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;

/** What a change does to the values that a document allows. */
enum Effect {
    /** Nothing changes. */
    NONE,
    /** The same values are allowed, but a reader may want to know. */
    HARMLESS,
    /** Fewer values are allowed. */
    NARROWED,
    /** More values are allowed. */
    WIDENED,
    /** Some values are no longer allowed and others now are, or that cannot be told. */
    CHANGED;

    /** The effect of a change to demands that a value must meet all at once. */
    static <T> Effect ofDemands(Set<T> was, Set<T> is) {
        return ofDemands(was, is, Objects::equals);
    }

    /**
     * The effect of a change to demands that a value must meet all at once.
     *
     * @param implies whether what meets the first demand always meets the second, too
     */
    static <T> Effect ofDemands(Set<T> was, Set<T> is, BiPredicate<T, T> implies) {
        boolean keepsAll = was.stream().allMatch(old -> is.stream().anyMatch(now -> implies.test(now, old)));
        boolean addsNone = is.stream().allMatch(now -> was.stream().anyMatch(old -> implies.test(old, now)));
        if (keepsAll) {
            return addsNone ? NONE : NARROWED;
        }
        return addsNone ? WIDENED : CHANGED;
    }

    /** The effect of a change to a list of which a value must be one. An empty list allows everything. */
    static <T> Effect ofChoices(Set<T> was, Set<T> is) {
        return was.isEmpty() || is.isEmpty() ? ofDemands(was, is) : ofDemands(is, was);
    }

    /**
     * The effect of a change to what has an order.
     *
     * @param tightening greater than 0 if the document is stricter than the released contract, less than 0 if it is more lenient
     */
    static Effect ofOrder(int tightening) {
        if (tightening == 0) {
            return NONE;
        }
        return tightening > 0 ? NARROWED : WIDENED;
    }

    /** This effect if two values differ, or else none. */
    Effect ofDifference(Object was, Object is) {
        return was.equals(is) ? NONE : this;
    }
}
