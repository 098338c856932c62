package net.ixapi.auth.contract.requirements;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import net.ixapi.auth.contract.findings.Level;

/**
 * One thing that the contract demands. Immutable.
 *
 * @param id such as {@code CLIENT-REFRESH-001}; it never changes
 * @param level how strictly
 * @param text what is demanded
 * @param source who demands it
 * @param tests the names of the checks or scenarios that test it, or {@link #ALL}
 * @param cause which findings of those checks are about it, as a regular expression; empty where all others are
 * @param judgement what a client must have done in those scenarios; empty where servers are meant
 * @param reason why nothing tests it; empty where something does
 * @param mend what to do about a finding
 */
public record Requirement(
        String id,
        Strictness level,
        String text,
        String source,
        List<String> tests,
        String cause,
        String judgement,
        String reason,
        String mend) {
    /** The version of the contract that they are frozen for. */
    public static final String VERSION = "2.1.0";

    /** In the place of names, where every test is meant. */
    public static final String ALL = "all";

    /** As in RFC 2119. */
    public enum Strictness {
        /** Whoever does not keep it breaks the contract. */
        MUST(Level.VIOLATION),
        /** There may be reasons not to keep it, but it will hurt somebody. */
        SHOULD(Level.WEAKNESS),
        /** A choice. */
        MAY(Level.INFO);

        private final Level finding;

        Strictness(Level finding) {
            this.finding = finding;
        }

        /**
         * What it is not to keep the requirement.
         *
         * @return the level of the finding
         */
        public Level finding() {
            return finding;
        }
    }

    /** What is left out is empty. */
    public Requirement {
        tests = tests == null ? List.of() : List.copyOf(tests);
        cause = Objects.requireNonNullElse(cause, "");
        judgement = Objects.requireNonNullElse(judgement, "");
        reason = Objects.requireNonNullElse(reason, "");
    }

    private static final class Contract {
        private static final List<Requirement> ALL =
                List.copyOf(YamlList.read(Requirement.class, "requirements-" + VERSION + ".yaml"));
    }

    /**
     * The requirements of this release's contract.
     *
     * @return all of them, in the order of the file
     */
    public static List<Requirement> ofTheContract() {
        return Contract.ALL;
    }

    /**
     * The requirement that a finding is about: the one of its check whose cause it has, or else the one without a cause.
     *
     * @param check the name of the check
     * @param cause what the check found
     * @return the id of the requirement; empty where the check has none
     */
    public static String idOf(String check, String cause) {
        return ofTheContract().stream()
                .filter(requirement -> requirement.tests.contains(check)
                        && Pattern.compile(requirement.cause).matcher(cause).find())
                .min(Comparator.comparing(requirement -> requirement.cause.isEmpty()))
                .map(Requirement::id)
                .orElse("");
    }

    /**
     * Whether it is one of clients, and not of servers.
     *
     * @return true if scenarios test it
     */
    public boolean isOfClients() {
        return id.startsWith("CLIENT-");
    }

    /**
     * Whether a check or scenario tests it.
     *
     * @param test the name of the check or scenario
     * @return true if it does
     */
    public boolean isTestedBy(String test) {
        return tests.contains(test) || tests.contains(ALL);
    }
}
