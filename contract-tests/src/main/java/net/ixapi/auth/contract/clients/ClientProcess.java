package net.ixapi.auth.contract.clients;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A client that is a command of the operating system. Immutable and safe for many threads.
 *
 * @param command the program and its arguments
 */
public record ClientProcess(List<String> command) implements ClientProgram {
    /** How often the children of a client are looked for: those that outlive it can be found no more when it has ended. */
    private static final Duration LOOK = Duration.ofMillis(100);

    /** What a client prints beyond this is read, but not kept. */
    private static final int MAX_KEPT = 1 << 18;

    /** A child that nobody found may hold the output open. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    /**
     * A command.
     *
     * @param command the program and its arguments
     */
    public ClientProcess {
        command = List.copyOf(command);
    }

    @Override
    public Ending run(String title, Map<String, String> environment, Duration limit) throws InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = start(builder);
        Set<ProcessHandle> all = new HashSet<>();
        try {
            CompletableFuture<String> output =
                    CompletableFuture.supplyAsync(() -> read(process.getInputStream()), this::start);
            boolean ended = hasEnded(process, limit, all);
            end(process, all);
            return new Ending(
                    ended ? OptionalInt.of(process.exitValue()) : OptionalInt.empty(),
                    output.completeOnTimeout("", LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)
                            .join());
        } finally {
            end(process, all);
            // This closes the output, too, which a child may hold open.
            process.destroyForcibly();
        }
    }

    private Process start(ProcessBuilder builder) {
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException("The client cannot be started: " + e.getMessage(), e);
        }
    }

    private void start(Runnable reader) {
        Thread thread = new Thread(reader, "output of a client");
        thread.setDaemon(true);
        thread.start();
    }

    private static boolean hasEnded(Process process, Duration limit, Set<ProcessHandle> all)
            throws InterruptedException {
        long start = System.nanoTime();
        while (!process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
            process.descendants().forEach(all::add);
            if (System.nanoTime() - start > limit.toNanos()) {
                return false;
            }
        }
        return true;
    }

    /** By its handle: ended as a process, it would have its output closed before it is read. */
    private static void end(Process process, Set<ProcessHandle> all) {
        process.descendants().forEach(all::add);
        all.add(process.toHandle());
        all.forEach(ProcessHandle::destroyForcibly);
    }

    private static String read(InputStream stream) {
        try (stream) {
            byte[] kept = stream.readNBytes(MAX_KEPT);
            stream.transferTo(OutputStream.nullOutputStream());
            return new String(kept, StandardCharsets.UTF_8);
        } catch (IOException e) {
            // A client that was ended has no more to say.
            return "";
        }
    }
}
