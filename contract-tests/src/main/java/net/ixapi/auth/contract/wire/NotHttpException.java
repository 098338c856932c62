package net.ixapi.auth.contract.wire;

import java.io.IOException;

/** What came is not HTTP/1.1, or more of it than is read. The message holds nothing of what came. */
final class NotHttpException extends IOException {
    private static final long serialVersionUID = 1L;

    NotHttpException(String message) {
        super(message);
    }
}
