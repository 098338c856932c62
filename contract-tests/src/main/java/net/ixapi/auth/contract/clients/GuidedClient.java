package net.ixapi.auth.contract.clients;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * A client that a person starts by hand: the person is told what to do, and says how the client has ended. For one scenario at a time.
 *
 * @param in where the person answers
 * @param out where the person is told
 */
record GuidedClient(BufferedReader in, PrintWriter out) implements ClientProgram {
    @Override
    public Ending run(Task task, Duration limit) {
        out.println();
        out.println(task.title());
        out.println("Run your client now, with these variables:");
        task.environment().forEach((name, value) -> out.println("  export " + name + "=" + value));
        while (true) {
            out.print("Its exit code, or 'hangs' if you had to end it: ");
            out.flush();
            String answer = line();
            if (answer.equals("hangs")) {
                return new Ending(OptionalInt.empty(), "");
            } else if (answer.matches("-?\\d{1,9}")) {
                return new Ending(OptionalInt.of(Integer.parseInt(answer)), "");
            }
        }
    }

    private String line() {
        try {
            String line = in.readLine();
            if (line == null) {
                throw new UncheckedIOException("The input has ended before the scenarios have.", new IOException());
            }
            return line.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
