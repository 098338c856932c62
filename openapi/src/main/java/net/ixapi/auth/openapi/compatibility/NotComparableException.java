package net.ixapi.auth.openapi.compatibility;

import java.io.Serial;

/** There is nothing to compare, or no way to; the message says which file is to blame, and what to do. */
final class NotComparableException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    NotComparableException(String message) {
        super(message);
    }
}
