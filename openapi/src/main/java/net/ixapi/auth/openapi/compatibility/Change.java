package net.ixapi.auth.openapi.compatibility;

import java.util.Set;
import java.util.stream.Collectors;
import net.ixapi.auth.openapi.document.Finding;
import net.ixapi.auth.openapi.document.Place;

/**
 * A difference between the released contract and the document that a client can notice.
 *
 * @param side {@code request}, {@code response} or {@code operation}
 * @param place where it stands in the document; for what was removed, where it would stand
 * @param what what differs
 * @param isCompatible whether clients of the released contract work on
 * @param users the parts of operations that it concerns, such as {@code 201 response of auth_token_create}
 */
record Change(String side, Place place, String what, boolean isCompatible, Set<String> users) {
    /** A change is one line, whatever the values that differ. */
    Change {
        what = what.lines().map(String::strip).collect(Collectors.joining(" "));
    }

    /** What {@code accepted-changes.yaml} calls it. Without a line, so that it holds when the document moves on above it. */
    String name() {
        return side + " " + place.pointer() + ": " + what;
    }

    Finding finding() {
        return place.finding(what + " (" + String.join(", ", users) + ")");
    }
}
