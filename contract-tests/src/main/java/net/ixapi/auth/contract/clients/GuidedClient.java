package net.ixapi.auth.contract.clients;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Scanner;
import java.util.concurrent.CancellationException;

/**
 * A client that a person starts by hand: the person is told what to do, and says how the client has ended. For one scenario at a time.
 *
 * @param in where the person answers
 * @param out where the person is told
 */
record GuidedClient(Scanner in, PrintWriter out) implements ClientProgram {
    static final String INTRODUCTION = """
            Start your client once for each scenario, in another terminal, with the variables that are printed here. It gets a token
            and calls GET $IX_API_HOST/accounts, IX_CHECK_CALLS times over IX_CHECK_SECONDS seconds, IX_CHECK_PARALLEL of them at the
            same time if it can; it exits with 0 if all calls got 200, and else with another code: see contract-tests/clients.md.
            At the end of your input (Ctrl-D), the scenarios that are left are skipped, and the results are printed.""";

    private static final String HANGS = "hangs";
    private static final String SKIP = "skip";

    @Override
    public Ending run(String title, Map<String, String> environment, Duration limit) {
        out.println();
        out.println(title);
        environment.forEach((name, value) -> out.println("  export " + name + "=" + value));
        String answer = "";
        while (!answer.matches(HANGS + "|" + SKIP + "|-?\\d{1,9}")) {
            out.print("Its exit code (echo $?), '%s' if it has not ended after %d s, or '%s': "
                    .formatted(HANGS, limit.toSeconds(), SKIP));
            out.flush();
            answer = line();
        }
        if (answer.equals(SKIP)) {
            throw new CancellationException();
        }
        return new Ending(answer.equals(HANGS) ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(answer)), "");
    }

    private String line() {
        if (in.hasNextLine()) {
            return in.nextLine().strip();
        }
        out.println(); // the person has ended the input, and not the line
        return SKIP;
    }
}
