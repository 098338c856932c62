package net.ixapi.auth.openapi.document;

import java.util.stream.Collectors;

/**
 * What is wrong with a document, and where.
 *
 * @param where file and line, and the JSON pointer or the column
 * @param message what is wrong there
 */
public record Finding(String where, String message) {
    /** A finding is one line, whatever the reason that a parser gave. */
    public Finding {
        message = message.lines().map(String::strip).collect(Collectors.joining(" "));
    }

    @Override
    public String toString() {
        return where + ": " + message;
    }
}
