package net.ixapi.auth.openapi.command;

import java.util.stream.Collectors;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what is wrong with a command line, and repeats no argument that it does not know: it may be a secret. */
public final class UsageErrors {
    private static final int MAX_SUGGESTIONS = 3;
    private static final String HIDDEN = " (not repeated: it may be a secret)";

    private UsageErrors() {}

    /**
     * What is wrong.
     *
     * @param e what picocli found
     * @return one line
     */
    public static String text(ParameterException e) {
        return e instanceof UnmatchedArgumentException unmatched
                ? text(unmatched)
                : before(" but found '| format but was ", e);
    }

    private static String text(UnmatchedArgumentException e) {
        String first = e.getUnmatched().get(0);
        if (!first.startsWith("-")) {
            return before(": '", e) + HIDDEN + (first.startsWith("@") ? ". There is no such file of options" : "");
        }
        String name = first.split("=", 2)[0];
        // No longer than options are: an option and a key without a space between them are.
        String option = "Unknown option" + (name.matches("--[a-z-]{1,22}") ? ": '" + name + "'" : HIDDEN);
        String similar = e.getSuggestions().stream().limit(MAX_SUGGESTIONS).collect(Collectors.joining(" or "));
        return similar.isEmpty() ? option : option + ". Did you mean " + similar + "?";
    }

    /** Picocli quotes what it does not know, and takes a secret for an option where it starts as one does. */
    private static String before(String mark, ParameterException e) {
        return String.valueOf(e.getMessage()).split(mark, 2)[0].replace("option option", "option");
    }
}
