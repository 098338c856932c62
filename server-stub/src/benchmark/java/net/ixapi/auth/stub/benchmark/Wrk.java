package net.ixapi.auth.stub.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sixteen connections over which wrk (https://github.com/wg/wrk) logs in again and again. It takes less of a machine that it
 * shares with the servers than sixteen clients in Java do.
 */
final class Wrk {
    /** Until a window is hardly faster than the best before. */
    private static final double HARDLY = 1.03;

    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final int LEAST_WINDOWS = 5;
    private static final int MOST_WINDOWS = 12;

    private static final Pattern PER_SECOND = Pattern.compile("Requests/sec: +([0-9.]+)");
    private static final Pattern FAILED = Pattern.compile("Non-2xx|Socket errors");

    private static final String SCRIPT = """
            wrk.method = "POST"
            wrk.headers["Content-Type"] = "application/json"
            wrk.body = '%s'
            """.formatted(Connection.BODY);

    private Wrk() {}

    /** Lets the compiler of a server finish; returns the log-ins a second of each window of it. */
    static List<Long> warmUp(int port) throws Exception {
        List<Long> windows = new ArrayList<>();
        double best = 0;
        double last;
        do {
            best = windows.isEmpty() ? 0 : Collections.max(windows);
            last = perSecond(port, WINDOW);
            windows.add(Math.round(last));
        } while (windows.size() < LEAST_WINDOWS || windows.size() < MOST_WINDOWS && last > best * HARDLY);
        return windows;
    }

    /** Log-ins in a second. */
    static double perSecond(int port, Duration time) throws Exception {
        String output = output(
                "wrk",
                // With one, the faster servers wait for it: a seventh of two cores was idle.
                "--threads=2",
                "--connections=16",
                "--duration=" + time.toSeconds(),
                "--script=" + script(),
                "http://127.0.0.1:" + port + FixedResponse.PATH);
        Matcher perSecond = PER_SECOND.matcher(output);
        if (!perSecond.find() || FAILED.matcher(output).find()) {
            throw new IOException("Not every request was answered with a success:\n" + output);
        }
        return Double.parseDouble(perSecond.group(1));
    }

    private static Path script() throws IOException {
        Path script = Files.createTempFile("login", ".lua");
        script.toFile().deleteOnExit();
        return Files.writeString(script, SCRIPT);
    }

    private static String output(String... command) throws IOException {
        return new String(started(command).getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static Process started(String... command) throws IOException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new IOException("The benchmark needs wrk on the path; on Debian: apt-get install wrk.", e);
        }
    }
}
