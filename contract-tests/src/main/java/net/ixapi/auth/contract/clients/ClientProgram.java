package net.ixapi.auth.contract.clients;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;

/** A client under test. Run by several threads at once, a scenario each. */
@FunctionalInterface
public interface ClientProgram {
    /**
     * Runs it once, and returns when it has ended.
     *
     * @param title which scenario it is and what it is about, for persons
     * @param environment the variables that tell what to do: see {@code contract-tests/clients.md}
     * @param limit how long it may take; whoever takes longer is ended
     * @return how it ended
     * @throws java.util.concurrent.CancellationException if it is not to be run in this scenario
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    Ending run(String title, Map<String, String> environment, Duration limit) throws InterruptedException;

    /**
     * How a client ended.
     *
     * @param exitCode its exit code; empty if it had to be ended
     * @param output what it printed, as far as it is kept; may hold secrets
     */
    record Ending(OptionalInt exitCode, String output) {
        /** Of a client that is running. */
        static final Ending NONE = new Ending(OptionalInt.empty(), "");

        boolean isSuccess() {
            return exitCode.isPresent() && exitCode.getAsInt() == 0;
        }

        @Override
        public String toString() {
            return exitCode.isPresent() ? "exit code " + exitCode.getAsInt() : "ended by force";
        }
    }
}
