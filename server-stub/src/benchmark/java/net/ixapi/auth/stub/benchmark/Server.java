package net.ixapi.auth.stub.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A contender in a process of its own, until it is closed. */
final class Server implements AutoCloseable {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin");
    private static final Pattern PORT = Pattern.compile("port[: ]+(\\d+)|127\\.0\\.0\\.1:(\\d+)");
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total +\\d+ +(\\d+)");

    private final Process process;
    private final int port;
    private final double startMillis;

    private Server(Process process, int port, double startMillis) {
        this.process = process;
        this.port = port;
        this.startMillis = startMillis;
    }

    /** Returns once it has answered a request with a 201. */
    static Server start(Contender contender) throws IOException {
        return start(contender.command());
    }

    static Server start(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(JAVA.resolve("java").toString(), "-Xmx256m"));
        command.addAll(arguments);
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int port = port(process);
        try (Connection connection = new Connection(port)) {
            connection.logIn();
        }
        return new Server(process, port, (System.nanoTime() - start) / 1e6);
    }

    private static int port(Process process) throws IOException {
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher port = PORT.matcher(line);
            if (port.find()) {
                return Integer.parseInt(port.group(1) == null ? port.group(2) : port.group(1));
            }
        }
        throw new IOException("A server ended without saying where it is.");
    }

    int port() {
        return port;
    }

    /** From the start of the process to the first 201. */
    double startMillis() {
        return startMillis;
    }

    /** What is alive after a full collection. */
    long liveBytes() throws IOException {
        Process histogram = new ProcessBuilder(
                        JAVA.resolve("jcmd").toString(), String.valueOf(process.pid()), "GC.class_histogram")
                .start();
        String text = new String(histogram.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher total = TOTAL.matcher(text);
        if (!total.find()) {
            throw new IOException("jcmd says nothing: " + text);
        }
        return Long.parseLong(total.group(1));
    }

    /** Where the system tells it, as Linux does. */
    long threads() throws IOException {
        try (Stream<Path> tasks = Files.list(Path.of("/proc", String.valueOf(process.pid()), "task"))) {
            return tasks.count();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
