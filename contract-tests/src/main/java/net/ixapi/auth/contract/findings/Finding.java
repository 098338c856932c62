package net.ixapi.auth.contract.findings;

import net.ixapi.auth.contract.wire.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a server, or worth knowing. Immutable. No text holds a secret; the example does.
 *
 * @param check the name of the check that found it
 * @param level how bad it is
 * @param subject the operation, as {@code POST /auth/token}; empty for the server as a whole
 * @param cause what tells it from other findings of the same check, such as {@code 200 for 201}
 * @param expected what should have come
 * @param source who says so: a place in the document, or a section of an RFC
 * @param got what came
 * @param example the first exchange that shows it; null where none does
 * @param times how many exchanges show it
 */
public record Finding(
        String check,
        Level level,
        String subject,
        String cause,
        String expected,
        String source,
        String got,
        @Nullable Exchange example,
        int times) {
    boolean isSameAs(Finding other) {
        return check.equals(other.check) && subject.equals(other.subject) && cause.equals(other.cause);
    }

    Finding again() {
        return new Finding(check, level, subject, cause, expected, source, got, example, times + 1);
    }

    @Override
    public String toString() {
        return level.label() + " " + check + " " + subject + ": " + cause;
    }
}
