package net.ixapi.auth.stub;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A Java program in a process of its own, with this one's class path. Closing it ends it. */
public final class JavaProcess implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;

    private final Process process;
    private final BufferedReader out;
    private final CompletableFuture<String> err;

    private JavaProcess(Process process) {
        this.process = process;
        this.out = process.inputReader(StandardCharsets.UTF_8);
        this.err = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()), JavaProcess::run);
    }

    public static JavaProcess start(Map<String, String> environment, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // For processes that live a second: they would spend most of it compiling and setting up the collector.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        // What the machine that runs the tests has set is not the tests' business.
        builder.environment()
                .keySet()
                .removeAll(List.of("IX_API_KEY", "IX_API_SECRET", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        builder.environment().putAll(environment);
        return new JavaProcess(builder.start());
    }

    /** The next line of the standard output. */
    public String line() {
        return await(CompletableFuture.supplyAsync(this::readLine, JavaProcess::run));
    }

    /** What the standard output holds from here to its end. */
    public String rest() {
        return await(CompletableFuture.supplyAsync(
                () -> String.join("\n", out.lines().toList()), JavaProcess::run));
    }

    /** The whole standard error, once the process has ended. */
    public String err() {
        return await(err);
    }

    public int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("The process still runs.");
        }
        return process.exitValue();
    }

    /** Asks the process to end, as a service manager or Ctrl-C does. */
    public void terminate() {
        // Process.destroy() would close the streams, and what it says at its end would be lost.
        process.toHandle().destroy();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** The common pool may have a single thread, and each of these waits. */
    private static void run(Runnable reader) {
        Thread thread = new Thread(reader);
        thread.setDaemon(true);
        thread.start();
    }

    private String readLine() {
        try {
            return String.valueOf(out.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(InputStream stream) {
        try {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String await(CompletableFuture<String> text) {
        try {
            return text.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("The process says nothing.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
