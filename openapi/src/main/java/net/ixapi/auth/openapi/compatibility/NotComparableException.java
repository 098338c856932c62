package net.ixapi.auth.openapi.compatibility;

import java.io.Serial;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.ixapi.auth.openapi.document.Finding;

/** There is nothing to compare, or no way to; the message says which file is to blame, and what to do. */
final class NotComparableException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    NotComparableException(String message) {
        super(message);
    }

    /** Stops where a file has faults, one a line. */
    static void throwIfAny(Stream<Finding> faults) {
        String message = faults.map(Finding::toString).collect(Collectors.joining("\n"));
        if (!message.isEmpty()) {
            throw new NotComparableException(message);
        }
    }
}
