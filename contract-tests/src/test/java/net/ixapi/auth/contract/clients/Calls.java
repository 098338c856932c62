package net.ixapi.auth.contract.clients;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * What every client under test does in this process: so many calls over so many seconds. Exits with 1 at the first call that is not
 * answered with 200.
 *
 * @param client makes a client of its environment; called once for each scenario
 */
record Calls(Function<Map<String, String>, Call> client) implements ClientProgram {
    /** One call, and its status. */
    interface Call {
        int status() throws Exception;

        /** What it prints, of all calls. */
        default String printed() {
            return "";
        }
    }

    @Override
    public Ending run(String title, Map<String, String> environment, Duration limit) throws InterruptedException {
        ExecutorService pool = Executors.newCachedThreadPool();
        Call call = client.apply(environment);
        try {
            int exitCode =
                    pool.submit(() -> exitCode(environment, call, pool)).get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return new Ending(OptionalInt.of(exitCode), call.printed());
        } catch (ExecutionException e) {
            return new Ending(OptionalInt.of(1), String.valueOf(e.getCause()));
        } catch (TimeoutException e) {
            return new Ending(OptionalInt.empty(), "");
        } finally {
            pool.shutdownNow();
        }
    }

    private int exitCode(Map<String, String> environment, Call call, ExecutorService pool) throws Exception {
        int calls = Integer.parseInt(environment.get("IX_CHECK_CALLS"));
        int parallel = Integer.parseInt(environment.get("IX_CHECK_PARALLEL"));
        Duration pause = Duration.ofSeconds(Integer.parseInt(environment.get("IX_CHECK_SECONDS")))
                .multipliedBy(parallel)
                .dividedBy(calls);
        for (int done = 0; done < calls; done += parallel) {
            Thread.sleep(done == 0 ? 0 : pause.toMillis());
            List<Callable<Integer>> wave = new ArrayList<>();
            for (int i = 0; i < parallel; i++) {
                wave.add(call::status);
            }
            for (Future<Integer> status : pool.invokeAll(wave)) {
                if (status.get() != 200) {
                    return 1;
                }
            }
        }
        return 0;
    }
}
