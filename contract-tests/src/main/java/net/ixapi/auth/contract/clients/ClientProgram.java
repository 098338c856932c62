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
     * @param task what it is told: see {@code contract-tests/clients.md}
     * @param limit how long it may take; whoever takes longer is ended
     * @return how it ended
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    Ending run(Task task, Duration limit) throws InterruptedException;

    /**
     * What a client is to do.
     *
     * @param title what the scenario is about, for persons
     * @param environment the variables that tell where the server is, and how often it is to be called
     */
    record Task(String title, Map<String, String> environment) {
        @Override
        public String toString() {
            // Not the environment, which has the credentials.
            return "Task[" + title + "]";
        }
    }

    /**
     * How a client ended.
     *
     * @param exitCode its exit code; empty if it had to be ended
     * @param output what it printed, as far as it is kept; may hold secrets
     */
    record Ending(OptionalInt exitCode, String output) {
        boolean isSuccess() {
            return exitCode.isPresent() && exitCode.getAsInt() == 0;
        }

        @Override
        public String toString() {
            return exitCode.isPresent() ? "exit code " + exitCode.getAsInt() : "ended by force";
        }
    }
}
