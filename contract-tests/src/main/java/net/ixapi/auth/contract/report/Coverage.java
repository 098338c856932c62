package net.ixapi.auth.contract.report;

import java.util.List;
import java.util.stream.Stream;

/**
 * A response in the document. Immutable.
 *
 * @param operation such as {@code POST /auth/token}
 * @param status its status
 * @param documented whether the document has it
 * @param times how often it came
 * @param mediaTypes the media types of the document, and those that came
 * @param problemTypes the problem types of the document, and those that came
 */
public record Coverage(
        String operation, int status, boolean documented, int times, List<Kind> mediaTypes, List<Kind> problemTypes) {
    /**
     * A kind of response.
     *
     * @param name a media type or a problem type
     * @param documented whether the document has it
     * @param times how often it came
     */
    public record Kind(String name, boolean documented, int times) {
        String state() {
            return Coverage.state(documented, times);
        }
    }

    String name() {
        return operation + " " + status;
    }

    String state() {
        return state(documented, times);
    }

    private static String state(boolean documented, int times) {
        return !documented ? "foreign" : times == 0 ? "unseen" : "seen";
    }

    Stream<String> gaps() {
        return times == 0
                ? Stream.of(name() + " is in the document, but never came")
                : mediaTypes.stream()
                        .filter(kind -> kind.documented() && kind.times() == 0)
                        .map(kind -> name() + " never came as " + kind.name());
    }
}
