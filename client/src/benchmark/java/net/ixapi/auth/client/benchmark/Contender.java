package net.ixapi.auth.client.benchmark;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What is measured, and how: each time in a new JVM. */
enum Contender {
    CLIENT("log-in, this client", LogInBenchmark.class, "client", 1),
    BY_HAND("log-in, by hand", LogInBenchmark.class, "byHand", 1),
    STOCK("log-in, stock client", LogInBenchmark.class, "stock", 1),
    TOKEN("fresh token, one thread", FreshTokenBenchmark.class, "accessToken", 1),
    TOKEN_FOR_TWO("fresh token, two threads", FreshTokenBenchmark.class, "accessToken", 2),
    CLOCK("the clock that a fresh token is checked by", FreshTokenBenchmark.class, "clock", 1);

    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private final String title;
    private final Class<?> benchmark;
    private final String method;
    private final int threads;

    Contender(String title, Class<?> benchmark, String method, int threads) {
        this.title = title;
        this.benchmark = benchmark;
        this.method = method;
        this.threads = threads;
    }

    String title() {
        return title;
    }

    /** Of the times the least: whatever else runs on the machine only adds. */
    Sample measure(String address) throws RunnerException {
        RunResult result = new Runner(options(address)).runSingle();
        return new Sample(
                result.getPrimaryResult().getStatistics().getMin(),
                result.getSecondaryResults().get(ALLOCATED).getScore());
    }

    private Options options(String address) {
        return new OptionsBuilder()
                .include("^" + benchmark.getName() + "." + method + "$")
                .threads(threads)
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .forks(1)
                .warmupIterations(6)
                .warmupTime(TimeValue.milliseconds(500))
                .measurementIterations(8)
                .measurementTime(TimeValue.milliseconds(500))
                .jvmArgs("-Xms256m", "-Xmx256m", "-D" + LogInBenchmark.ADDRESS + "=" + address)
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
    }
}
