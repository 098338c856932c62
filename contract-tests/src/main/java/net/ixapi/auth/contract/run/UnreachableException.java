package net.ixapi.auth.contract.run;

import java.util.Objects;
import net.ixapi.auth.contract.report.RunResult;
import org.jspecify.annotations.Nullable;

/** The server cannot be checked. The message says why to a person, in one line. */
public final class UnreachableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int exitCode;
    private transient @Nullable RunResult run;

    private UnreachableException(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** There is no IX-API. */
    UnreachableException(String message) {
        this(3, message);
    }

    /** There is one, which refuses the credentials. */
    static UnreachableException refused(String message) {
        return new UnreachableException(2, message);
    }

    /** What a command ends with: 2 if the server refuses the credentials, 3 if there is no IX-API. */
    public int exitCode() {
        return exitCode;
    }

    /** Tells no secret, whatever the server has said. */
    @Override
    public @Nullable String getMessage() {
        return run == null ? super.getMessage() : run.ended();
    }

    UnreachableException with(RunResult result) {
        run = result;
        return this;
    }

    /** What the run saw; it says why no check ran. */
    RunResult run() {
        return Objects.requireNonNull(run);
    }
}
