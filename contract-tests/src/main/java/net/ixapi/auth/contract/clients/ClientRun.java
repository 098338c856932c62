package net.ixapi.auth.contract.clients;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import net.ixapi.auth.contract.report.RunResult;
import net.ixapi.auth.stub.Account;

/**
 * Runs a client through scenarios. Immutable; a run may be repeated.
 *
 * @param client the client
 * @param settings how it is run
 * @param clock of the report, and of the servers; how long things take is measured by no clock, which may be set meanwhile
 * @param progress told of each scenario that has ended, by several threads
 */
public record ClientRun(ClientProgram client, Settings settings, Clock clock, Consumer<String> progress) {
    /** How long all scenarios may take: what is not started by then is not run. A person who starts them has more time. */
    private static final Duration TOTAL = Duration.ofSeconds(180);

    private static final Duration GUIDED = Duration.ofDays(1);

    /**
     * How a client is run.
     *
     * @param scenarios the scenarios to run, the first of them alone
     * @param jobs how many scenarios at the same time
     * @param port where the server listens; 0 for any free port
     * @param limit how long a client may take beyond the time of its calls
     * @param guided whether a person starts the client, and sees its credentials: those that everybody knows, then
     */
    public record Settings(List<Scenario> scenarios, int jobs, int port, Duration limit, boolean guided) {}

    /**
     * Runs the client.
     *
     * @return what it did
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public RunResult run() throws InterruptedException {
        Instant started = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        long start = System.nanoTime();
        List<Scenario> scenarios = settings.scenarios();
        List<Callable<ScenarioResult>> runs = new ArrayList<>();
        for (int i = 0; i < scenarios.size(); i++) {
            String number = (i + 1) + " of " + scenarios.size();
            Scenario scenario = scenarios.get(i);
            runs.add(() -> run(scenario, number, start));
        }
        List<ScenarioResult> results = new ArrayList<>(runAll(runs.subList(0, 1)));
        if (results.get(0).isSilent()) {
            // A client that does not get to the server would not in another scenario either.
            scenarios.stream().skip(1).map(ScenarioResult::notRun).forEach(results::add);
        } else {
            results.addAll(runAll(runs.subList(1, runs.size())));
        }
        return ClientResult.of(results, started, since(start));
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private List<ScenarioResult> runAll(List<Callable<ScenarioResult>> runs) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(settings.jobs());
        try {
            List<ScenarioResult> results = new ArrayList<>();
            for (Future<ScenarioResult> future : pool.invokeAll(runs)) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private ScenarioResult run(Scenario scenario, String number, long start) throws InterruptedException {
        Duration left = (settings.guided() ? GUIDED : TOTAL).minus(since(start));
        Duration limit = settings.limit().plusSeconds(scenario.seconds());
        if (left.isNegative()) {
            return ScenarioResult.notRun(scenario);
        }
        String title = "Scenario " + number + ", " + scenario.name() + ": " + scenario.title();
        Account account = settings.guided() ? Account.EXAMPLE : Account.random("client");
        try (ScenarioServer server = new ScenarioServer(scenario, account, settings.port(), clock)) {
            ClientProgram.Ending ending =
                    client.run(title, server.environment(), left.compareTo(limit) < 0 ? left : limit);
            if (ending.exitCode().isEmpty() && left.compareTo(limit) < 0) {
                // It had less time than others have, which is not its fault.
                return ScenarioResult.notRun(scenario);
            }
            ScenarioResult result = ScenarioResult.of(server.recording(ending));
            progress.accept(result.toString());
            return result;
        } catch (CancellationException e) {
            return ScenarioResult.notRun(scenario);
        }
    }
}
