package net.ixapi.auth.contract.run;

import net.ixapi.auth.contract.checks.Checks;
import org.jspecify.annotations.Nullable;

/**
 * How one check ended. Immutable.
 *
 * @param operation the operation that it was about; empty for HTTP itself
 * @param status the answer that it was about
 * @param name what was checked
 * @param failure what was wrong, or null where nothing was
 */
record Outcome(
        String operation, int status, String name, @Nullable String failure) {
    static Outcome of(Checks checks, String name, @Nullable Throwable failure) {
        return new Outcome(checks.operation(), checks.status(), name, failure == null ? null : firstLines(failure));
    }

    boolean passed() {
        return failure == null;
    }

    private static String firstLines(Throwable failure) {
        return String.valueOf(failure.getMessage()).strip().replaceAll("\\s+", " ");
    }
}
