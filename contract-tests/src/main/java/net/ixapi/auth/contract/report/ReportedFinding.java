package net.ixapi.auth.contract.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.requirements.Requirements;

/**
 * A finding as it is told: in words and with its proof. Immutable; holds no secret.
 *
 * @param id tells it from the others of its report: its requirement, with a number from the second on
 * @param requirement the id of the requirement that it is about
 * @param check the name of the check
 * @param level how bad it is
 * @param subject the operations, or the scenarios of a client, with commas between them; or empty
 * @param cause what is wrong
 * @param expected what should have come
 * @param source who says so
 * @param got what came
 * @param times how often it was seen
 * @param proof what shows it
 * @param accepted why the baseline accepts it; empty where it does not
 */
public record ReportedFinding(
        String id,
        String requirement,
        String check,
        Level level,
        @JsonProperty("operation") String subject,
        String cause,
        String expected,
        String source,
        String got,
        int times,
        @JsonUnwrapped Proof proof,
        String accepted) {
    private static final Pattern OF_LOG_IN = Pattern.compile("(?:ACCESS|REFRESH)_TOKEN|IX_API_COOKIE");

    /**
     * An exchange that shows a finding. Each text may be empty.
     *
     * @param request what was sent
     * @param response what came, whole; of a client, the last lines that it printed
     * @param curl the command that repeats it
     */
    public record Proof(String request, String response, String curl) {
        /** The variables of the command that a log-in sets. */
        String ofLogIn() {
            return OF_LOG_IN
                    .matcher(curl)
                    .results()
                    .map(MatchResult::group)
                    .distinct()
                    .collect(Collectors.joining(", "));
        }
    }

    /** The same in another scenario, too. */
    public ReportedFinding and(ReportedFinding other) {
        return with(subject + ", " + other.subject, times + other.times, accepted);
    }

    private ReportedFinding with(String subjects, int often, String reason) {
        return new ReportedFinding(
                id, requirement, check, level, subjects, cause, expected, source, got, often, proof, reason);
    }

    /** The same with a reason why it is accepted; empty where it is not. */
    public ReportedFinding accepted(String reason) {
        return with(subject, times, reason);
    }

    /** Its operations, or its scenario; one that is empty stands for the server as a whole. */
    Stream<String> subjects() {
        return Stream.of(subject.split(", "));
    }

    /** Whether it fails a run, as violations do, and weaknesses where somebody is strict. */
    boolean fails(boolean strict) {
        return level.compareTo(strict ? Level.WEAKNESS : Level.VIOLATION) <= 0 && accepted.isEmpty();
    }

    /**
     * Whether it is about one of some operations.
     *
     * @param operations such as {@code POST /auth/token}, with commas between them
     * @return true if they have one in common with the subject
     */
    public boolean isAbout(String operations) {
        return subjects().anyMatch(List.of(operations.split(", "))::contains);
    }

    /** Whether it says that something else came in the place of a response. */
    boolean misses(Coverage response) {
        return level == Level.VIOLATION
                && isAbout(response.operation())
                && List.of((cause + " " + expected).split("\\D+")).contains(String.valueOf(response.status()));
    }

    List<MarkedText> markedRequest() {
        return MarkedText.request(proof.request, cause);
    }

    List<MarkedText> markedResponse() {
        return MarkedText.response(proof.response, cause);
    }

    /**
     * In one line.
     *
     * @return subject and cause; of a client in one scenario the cause only, since that is the check
     */
    public String headline() {
        return subject.isEmpty() || subject.equals(check) ? cause : subject + ": " + cause;
    }

    /** What a reader needs to see it for himself. */
    String details() {
        List<String> lines = new ArrayList<>();
        lines.add("expected   " + expected + " (" + source + ")");
        if (!got.isEmpty()) {
            lines.add("received   " + got + (times > 1 ? ", and so " + times + " times" : ""));
        }
        if (!proof.ofLogIn().isEmpty()) {
            lines.add("first      log in, and set to what comes: " + proof.ofLogIn());
        }
        if (!proof.curl.isEmpty()) {
            lines.add("reproduce  " + proof.curl);
        } else {
            proof.response.lines().forEach(line -> lines.add("printed    " + line));
        }
        Requirements.named(requirement).ifPresent(broken -> lines.add("mend       " + broken.mend()));
        return ConsoleReport.clean(String.join("\n", lines));
    }
}
