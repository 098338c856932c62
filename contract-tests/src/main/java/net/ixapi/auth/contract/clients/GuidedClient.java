package net.ixapi.auth.contract.clients;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * A client that a person starts by hand: the person is told what to do, and says how the client has ended. For one scenario at a time.
 *
 * @param in where the person answers
 * @param out where the person is told
 */
record GuidedClient(BufferedReader in, PrintWriter out) implements ClientProgram {
    /** What is said of a client that had to be ended; so is one whose person has gone. */
    private static final String END = "hangs";

    @Override
    public Ending run(String title, Map<String, String> environment, Duration limit) {
        out.println();
        out.println(title);
        out.println("Run your client now, with these variables:");
        environment.forEach((name, value) -> out.println("  export " + name + "=" + value));
        String answer = "";
        while (!answer.matches(END + "|-?\\d{1,9}")) {
            out.print("Its exit code, or '" + END + "' if you had to end it: ");
            out.flush();
            answer = line();
        }
        return new Ending(answer.equals(END) ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(answer)), "");
    }

    private String line() {
        try {
            return Objects.requireNonNullElse(in.readLine(), END);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
