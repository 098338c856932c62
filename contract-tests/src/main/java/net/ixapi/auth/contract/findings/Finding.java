package net.ixapi.auth.contract.findings;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.ixapi.auth.contract.wire.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a server, or worth knowing. Immutable. No text holds a secret; the example does.
 *
 * @param requirement the id of the requirement that it is about; empty where there is none
 * @param check the name of the check that found it
 * @param level how bad it is
 * @param subject the operation, as {@code POST /auth/token}; empty for the server as a whole
 * @param cause what tells it from other findings of the same check, such as {@code unexpected 200, expected 201}
 * @param expected what should have come
 * @param source who says so: a place in the document, or a section of an RFC
 * @param got what came
 * @param example the first exchange that shows it; null where none does
 * @param times how many exchanges show it
 */
public record Finding(
        String requirement,
        String check,
        Level level,
        String subject,
        String cause,
        String expected,
        String source,
        String got,
        @Nullable Exchange example,
        int times) {
    /** How the cause of a rule of the document ends that a server does not keep. */
    public static final String NOT_ENFORCED = " is not enforced";
    /** How the cause of a body ends that a server demands more of than the document does. */
    public static final String REFUSED_AS_INVALID = " is refused as invalid where it keeps to the document";
    /** How the cause of forged tokens begins that refresh. */
    public static final String NOT_ISSUED = "tokens that the server did not issue refresh";
    /** How the cause of keys begins that a server tells from others; what tells them follows. */
    public static final String TOLD_BY = "an unknown key can be told from a wrong secret by ";
    /** How near misses are called that are right up to their end. */
    public static final String AFTER_IT = " after it";
    /** What stands in the cause of a fault that comes of what is not refused elsewhere. */
    public static final String OF_WHAT_IS_LET_IN = " where it is not refused: ";
    /** The cause of refresh tokens that are refused at once. */
    public static final String NEW_IS_REFUSED = "a new refresh token is refused";
    /** How the cause of other tokens begins that refresh where refresh tokens do not. */
    public static final String EXCHANGED = "what is not a refresh token refreshes, and what is one does not";
    /** How the cause of tokens ends that cannot be read for that. */
    public static final String WHITE_SPACE = ", for its white space";
    /** The cause of a refusal that calls wrong credentials or tokens something else. */
    public static final String NOT_AS_SUCH = "what is not accepted is not refused as such";
    /** Nobody reads a headline to its end that is longer. */
    private static final int MAX_CAUSE_LENGTH = 300;

    private static final String MORE = "; and more";
    /**
     * In what causes differ that are one: the token, the status, the secret, the property that is missing, of what is not an object, or
     * of a success, the schema that says so, and what else is wrong with a response whose status is. Errors are made in one place,
     * whatever their schemas.
     */
    private static final Pattern VARIANT = Pattern.compile(String.join(
            "|",
            "^\\d{3}: the body breaks 'type' of .*",
            "(?<=^2\\d\\d: )/\\S+ breaks 'type' of .*",
            "^\\d{3}: /\\S+(?= breaks 'required')",
            "^(?:the body of )?\\d{3}(?=:| comes| has| is| begins)",
            "^\\$\\w+",
            "(?<=^unexpected \\d{3}), expected \\d{3}.*",
            "(?<=^" + NOT_AS_SUCH + "): .*",
            "(?<=^a page of HTML for )\\d{3}$",
            "^.*(?=" + REFUSED_AS_INVALID + ")",
            "(?<=^4\\d\\d: .{1,100}) of /components/\\S+$",
            "^(?:access|refresh)_token(?!.*" + NOT_ENFORCED + ")"));

    /** What a finding shows once more, with a sign between its cause and that of the other one. */
    private static final Pattern CONSEQUENCE = Pattern.compile(String.join(
            "|",
            "the same signature <= " + NOT_ISSUED,
            "half a surrogate pair is not refused <= wrong credentials log in.*, neither right",
            "quotes and backslashes is not refused <= wrong credentials log in.* of SQL",
            // Hexadecimal digits have no case.
            ": its signature in another case.*<= .*has no signature of HS",
            "application/json; is .*<= .*charset=utf-8 is not understood",
            "an Authorization header.*<= .* beside Authorization",
            "one subject <= (wrong credentials log in|.*access_token is the old one)",
            "log-ins at the same time fail <= right credentials are refused",
            "(does not live longer|expires earlier) .*<= " + EXCHANGED,
            NEW_IS_REFUSED + ".* <= (" + EXCHANGED + "|.*refresh_token is .*" + WHITE_SPACE + ")",
            OF_WHAT_IS_LET_IN + ".*<= .*(not enforced|what should be refused is accepted)",
            REFUSED_AS_INVALID + " <= .*" + AFTER_IT,
            // It calls itself what it should have been.
            "(4\\d\\d: /type breaks '(?!required).*|'status' is not the HTTP status) <= " + NOT_AS_SUCH));

    /**
     * Whether it is about an operation.
     *
     * @param operation such as {@code POST /auth/token}
     * @return true if the operation is one of the subject's
     */
    public boolean isAbout(String operation) {
        return List.of(subject.split(", ")).contains(operation);
    }

    /** The same once more, of whichever operation, token, status or secret. */
    Finding and(Finding other) {
        String both = other.cause.startsWith(cause) ? other.cause : cause + "; " + other.cause;
        String causes = cause.contains(other.cause) || cause.endsWith(MORE)
                ? cause
                : both.length() > MAX_CAUSE_LENGTH ? cause + MORE : both;
        String subjects = Stream.of(subject, other.subject)
                .flatMap(several -> Stream.of(several.split(", ")))
                .filter(one -> !one.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
        return with(subjects, causes, times + other.times);
    }

    /** The cause, whichever token, status or secret it is of. */
    String kind() {
        return VARIANT.matcher(cause).replaceAll("");
    }

    Finding with(String otherSubject, String otherCause, int otherTimes) {
        return new Finding(
                requirement, check, level, otherSubject, otherCause, expected, source, got, example, otherTimes);
    }

    boolean isAcceptance() {
        boolean refusal = expected.startsWith("4") || expected.equals("a 4xx");
        return level == Level.VIOLATION && refusal && status() / 100 == 2;
    }

    boolean isRefusal() {
        return level == Level.VIOLATION && expected.startsWith("2") && status() / 100 == 4;
    }

    private int status() {
        return example == null ? 0 : example.status();
    }

    /** Whether it only shows once more what another finding does. */
    boolean followsFrom(Finding other) {
        return isOfTheStatusIn(other)
                || isOfTheRefusalIn(other)
                || cause.equals("a stack trace")
                        && other.cause.startsWith("a server fault")
                        && Objects.equals(example, other.example)
                || CONSEQUENCE.matcher(cause + " <= " + other.cause).find();
    }

    /** Refusals are made in one place, whatever the operation: what they are called, and what else is wrong with them. */
    private boolean isOfTheRefusalIn(Finding other) {
        return requirement.compareTo(other.requirement) > 0
                && other.cause.startsWith(NOT_AS_SUCH)
                && other.cause.contains(cause.replaceFirst("^4\\d\\d: ", ""));
    }

    private boolean isOfTheStatusIn(Finding other) {
        return level == Level.VIOLATION
                && subject.equals(other.subject)
                && other.cause.matches("right credentials are refused|" + TOLD_BY + ".*the status")
                && status() == other.status();
    }

    /** Findings of one family are about one requirement, and may have one cause. */
    String family() {
        if (cause.endsWith(NOT_ENFORCED)) {
            return requirement + " rules " + status();
        }
        return isAcceptance()
                ? requirement + " accepted " + subject.split(", ")[0]
                : isRefusal() ? requirement + " refused " + subject + status() : toString();
    }

    @Override
    public String toString() {
        return level.label() + " " + check + " " + subject + ": " + cause;
    }
}
