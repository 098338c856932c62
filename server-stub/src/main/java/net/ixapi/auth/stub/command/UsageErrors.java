package net.ixapi.auth.stub.command;

import java.io.PrintWriter;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what is wrong with the command line, and repeats no argument that it does not know: it may be a secret. */
final class UsageErrors implements IParameterExceptionHandler {
    /** No longer than options are: an option and a key without a space between them are. */
    private static final int MAX_NAME = 22;

    private static final int MAX_SUGGESTIONS = 3;
    private static final String HIDDEN = " (not repeated: it may be a secret)";

    @Override
    public int handleParseException(ParameterException e, String[] arguments) {
        PrintWriter err = e.getCommandLine().getErr();
        err.println(
                e instanceof UnmatchedArgumentException unmatched
                        ? text(unmatched)
                        : before(" but found '| format but was ", e));
        err.println("Try --help for all options.");
        return CommandLine.ExitCode.USAGE;
    }

    private static String text(UnmatchedArgumentException e) {
        String first = e.getUnmatched().get(0);
        if (!first.startsWith("-")) {
            return before(": '", e) + HIDDEN + (first.startsWith("@") ? ". There is no such file of options" : "");
        }
        String name = first.split("=", 2)[0];
        String option = name.startsWith("--") && isName(name.substring(2))
                ? "Unknown option: '" + name + "'"
                : "Unknown option" + HIDDEN;
        String similar = e.getSuggestions().stream().limit(MAX_SUGGESTIONS).collect(Collectors.joining(" or "));
        return similar.isEmpty() ? option : option + ". Did you mean " + similar + "?";
    }

    /** Picocli quotes what it does not know, and takes a secret for an option where it starts as one does. */
    private static String before(String mark, ParameterException e) {
        return String.valueOf(e.getMessage()).split(mark, 2)[0].replace("option option", "option");
    }

    /** Whether it looks as names of options do. */
    private static boolean isName(String text) {
        return text.length() <= MAX_NAME && text.chars().allMatch(c -> c >= 'a' && c <= 'z' || c == '-');
    }
}
