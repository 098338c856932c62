package net.ixapi.auth.openapi.command;

import java.util.function.ToIntBiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;

/** How commands end that fail themselves, so that nobody takes it for a finding. */
public final class CommandFailures {
    /** EX_SOFTWARE of sysexits.h. */
    public static final int EXIT_CODE = 70;

    private CommandFailures() {}

    /**
     * Sets what handles all failures of a command. Picocli leaves errors, such as a stack that overflows, to the JVM, which would exit
     * with 1, as if there were findings.
     *
     * @param line the command, which has not run yet
     * @param handler says what failed, and returns the exit code
     * @return the same command
     */
    public static CommandLine handled(CommandLine line, ToIntBiFunction<CommandLine, Throwable> handler) {
        return line.setExecutionExceptionHandler((e, command, parsed) -> handler.applyAsInt(command, e))
                .setExecutionStrategy(parsed -> {
                    try {
                        return new CommandLine.RunLast().execute(parsed);
                    } catch (Error e) {
                        return handler.applyAsInt(parsed.commandSpec().commandLine(), e);
                    }
                });
    }

    /**
     * Sets what handles all failures of a command that tells them in a line.
     *
     * @param line the command, which has not run yet
     * @param what what it is, at the start of a sentence
     * @return the same command
     */
    public static CommandLine handled(CommandLine line, String what) {
        return handled(line, (command, e) -> {
            command.getErr().println(what + " itself failed: " + e + place(e) + ". Please report that.");
            return EXIT_CODE;
        });
    }

    /**
     * Says where a failure was thrown.
     *
     * @param failure what was thrown
     * @return empty where it does not say, as the JVM's own {@link OutOfMemoryError}
     */
    public static String place(Throwable failure) {
        return Stream.of(failure.getStackTrace())
                .limit(1)
                .map(frame -> " at " + frame)
                .collect(Collectors.joining());
    }
}
