package net.ixapi.auth.openapi.document;

import java.io.Serial;

/** There is no document to judge: the file is missing, or is neither YAML nor JSON. */
public final class UnreadableDocumentException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String where;
    private final String reason;

    UnreadableDocumentException(String where, String reason, Throwable cause) {
        super(where + ": " + reason, cause);
        this.where = where;
        this.reason = reason;
    }

    public Finding finding() {
        return new Finding(where, reason);
    }
}
