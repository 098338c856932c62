package net.ixapi.auth.openapi.compatibility;

import java.util.List;
import net.ixapi.auth.openapi.document.Finding;

/**
 * What the changes come to.
 *
 * @param compatible what clients of the released contract need not know
 * @param accepted the incompatible changes that were decided on
 * @param incompatible the other incompatible changes
 * @param stale entries among the accepted changes that accept nothing
 */
record Verdict(
        Contract released,
        Contract document,
        List<Change> compatible,
        List<Change> accepted,
        List<Change> incompatible,
        List<Finding> stale) {

    static Verdict of(Contract released, Contract document, AcceptedChanges acceptedChanges) {
        List<Change> changes = Comparison.changes(released, document);
        List<Change> breaking =
                changes.stream().filter(change -> !change.isCompatible()).toList();
        return new Verdict(
                released,
                document,
                changes.stream().filter(Change::isCompatible).toList(),
                breaking.stream().filter(acceptedChanges::has).toList(),
                breaking.stream().filter(change -> !acceptedChanges.has(change)).toList(),
                acceptedChanges.stale(breaking));
    }

    /** A new major version says to everyone that clients may have to change. */
    boolean isNewMajor() {
        return document.major() > released.major();
    }

    boolean isGood() {
        return stale.isEmpty() && (incompatible.isEmpty() || isNewMajor());
    }
}
