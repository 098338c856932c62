package net.ixapi.auth.contract.baseline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that say what is accepted. */
public final class BaselineOptions {
    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "Findings that do not fail the run, each with a reason and an end.")
    private @Nullable Path file;

    @Option(names = "--write-baseline", description = "Write the file of --baseline: accept what is found now.")
    private boolean write;

    private BaselineOptions() {}

    /**
     * Reads the file, before anything is sent.
     *
     * @param command whose options these are
     * @return what is accepted; nothing where nobody has named a file
     * @throws ParameterException if there is no such file, or it is wrong, or none to write
     */
    public Baseline read(CommandLine command) {
        if (file == null) {
            if (write) {
                throw new ParameterException(command, "--write-baseline needs --baseline FILE: the file to write");
            }
            return new Baseline(List.of());
        }
        boolean exists = Files.exists(file);
        if (write && !Files.isWritable(exists ? file : file.toAbsolutePath().getParent())) {
            throw new ParameterException(command, "The file of --baseline cannot be written: " + file);
        }
        try {
            return write && !exists ? new Baseline(List.of()) : Baseline.read(file);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command, e.getMessage());
        } catch (IOException e) {
            throw new ParameterException(command, "The file of --baseline cannot be read: " + e.getMessage());
        }
    }

    /**
     * Writes the file, if that was asked for.
     *
     * @param baseline what {@link #read} has brought
     * @param run what the run has found
     * @param command whose options these are
     * @throws IOException if it cannot be written
     */
    public void write(Baseline baseline, Baseline.Run run, CommandLine command) throws IOException {
        if (write && file != null) {
            baseline.write(run, file);
            command.getOut().println("  " + file + " accepts what was found: say for each why, and until when.");
        }
    }
}
