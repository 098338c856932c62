package net.ixapi.auth.contract.clients;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import net.ixapi.auth.stub.Account;
import org.jspecify.annotations.Nullable;

/**
 * Runs a client through scenarios. Immutable; a run may be repeated.
 *
 * @param client the client
 * @param settings how it is run
 * @param progress told of each scenario that has ended, by several threads
 */
public record ClientRun(ClientProgram client, Settings settings, Consumer<String> progress) {
    /** Of what a client has printed, a report shows so many characters from its end. */
    private static final int MAX_OUTPUT = 400;

    /**
     * How a client is run.
     *
     * @param only the names of scenarios; all where it is empty
     * @param jobs how many scenarios at the same time
     * @param port where the server listens; 0 for any free port
     * @param limit how long a client may take beyond the time of its calls
     * @param total how long all may take; what is not started by then is not run
     * @param account what the client logs in with, if it must be a certain one; null for another in each scenario
     */
    public record Settings(
            Set<String> only,
            int jobs,
            int port,
            Duration limit,
            Duration total,
            @Nullable Account account) {
        /** Of all scenarios, some at a time. */
        public static final Settings DEFAULT =
                new Settings(Set.of(), 4, 0, Duration.ofSeconds(75), Duration.ofSeconds(180), null);

        /**
         * The same for some scenarios.
         *
         * @param names their names
         * @return other settings
         */
        public Settings withOnly(Set<String> names) {
            return new Settings(names, jobs, port, limit, total, account);
        }

        /**
         * The same with another limit.
         *
         * @param value how long a client may take beyond the time of its calls
         * @return other settings
         */
        public Settings withLimit(Duration value) {
            return new Settings(only, jobs, port, value, total, account);
        }
    }

    /**
     * Runs the client.
     *
     * @return what it did
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public ClientReport run() throws InterruptedException {
        Instant started = Instant.now();
        long end = System.nanoTime() + settings.total().toNanos();
        List<Scenario> scenarios = Scenarios.all().stream()
                .filter(scenario -> settings.only().isEmpty() || settings.only().contains(scenario.name))
                .toList();
        ExecutorService pool = Executors.newFixedThreadPool(settings.jobs());
        try {
            List<Callable<ScenarioResult>> tasks = new ArrayList<>();
            scenarios.stream().skip(1).forEach(scenario -> tasks.add(() -> run(scenario, end)));
            List<ScenarioResult> results = new ArrayList<>(List.of(run(scenarios.get(0), end)));
            if (results.get(0).misses()) {
                // A client that does not get to the server would do so in no scenario.
                tasks.clear();
                scenarios.stream().skip(1).map(ScenarioResult::notRun).forEach(results::add);
            }
            for (Future<ScenarioResult> future : pool.invokeAll(tasks)) {
                results.add(future.get());
            }
            return ClientReport.of(started, Duration.between(started, Instant.now()), results);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private ScenarioResult run(Scenario scenario, long end) throws InterruptedException {
        Duration left = Duration.ofNanos(end - System.nanoTime());
        Duration limit = settings.limit().plusSeconds(scenario.seconds);
        if (left.isNegative()) {
            return ScenarioResult.notRun(scenario);
        }
        Account account = settings.account() == null ? Account.random("client") : settings.account();
        try (ScenarioServer server = new ScenarioServer(scenario, account, settings.port())) {
            ClientProgram.Ending ending = client.run(server.task(), left.compareTo(limit) < 0 ? left : limit);
            Recording recording = server.recording(ending);
            String output = server.redacted(ending.output()).strip();
            ScenarioResult result = ScenarioResult.of(
                    scenario, recording, output.substring(Math.max(0, output.length() - MAX_OUTPUT)), server.elapsed());
            progress.accept(result.name() + " · " + recording.sent().size() + " requests · " + ending);
            return result;
        }
    }
}
