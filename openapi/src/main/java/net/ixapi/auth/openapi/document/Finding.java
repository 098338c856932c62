package net.ixapi.auth.openapi.document;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is wrong with a document, and where.
 *
 * @param where file and line, and the JSON pointer or the column
 * @param message what is wrong there
 */
public record Finding(String where, String message) {
    private static final int MAX_CHARACTERS = 500;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    /** A finding is one line that a terminal can show, whatever the document holds and a parser says of it. */
    public Finding {
        where = oneLine(where);
        message = oneLine(message);
    }

    private static String oneLine(String text) {
        String joined = text.lines().map(String::strip).collect(Collectors.joining(" "));
        String line = CONTROL.matcher(joined).replaceAll("\ufffd");
        return line.length() <= MAX_CHARACTERS ? line : line.substring(0, MAX_CHARACTERS) + "…";
    }

    @Override
    public String toString() {
        return where + ": " + message;
    }
}
