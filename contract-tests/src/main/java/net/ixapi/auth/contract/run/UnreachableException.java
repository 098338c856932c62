package net.ixapi.auth.contract.run;

import java.util.Objects;
import net.ixapi.auth.contract.report.Report;
import org.jspecify.annotations.Nullable;

/** There is no IX-API at the target. The message says so to a person, in one line. */
public sealed class UnreachableException extends Exception permits WrongCredentialsException {
    private static final long serialVersionUID = 1L;

    private transient @Nullable Report report;

    UnreachableException(String message) {
        super(message);
    }

    /** Tells no secret, whatever the server has said. */
    @Override
    public @Nullable String getMessage() {
        return report == null ? super.getMessage() : report.ended();
    }

    UnreachableException with(Report ofTheRun) {
        report = ofTheRun;
        return this;
    }

    /** The report of the run, which says why no check ran. */
    Report report() {
        return Objects.requireNonNull(report);
    }
}
