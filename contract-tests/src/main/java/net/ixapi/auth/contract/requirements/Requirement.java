package net.ixapi.auth.contract.requirements;

import java.util.List;
import java.util.regex.Pattern;
import net.ixapi.auth.contract.document.OpenApiDocument;
import net.ixapi.auth.contract.findings.Level;

/**
 * One thing that the contract demands. Immutable.
 *
 * @param id such as {@code CLIENT-REFRESH-001}; it never changes
 * @param level how strictly
 * @param text what is demanded
 * @param source who demands it; a place in the document has its line
 * @param tests the names of the checks or scenarios that test it, or {@link #ALL}
 * @param cause which findings of those tests are about it, as a regular expression; empty where all others are
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
    /** In the place of names, where every test is meant. */
    public static final String ALL = "all";

    /** As in RFC 2119. */
    public enum Strictness {
        /** Whoever does not keep it breaks the contract. */
        MUST,
        /** There may be reasons not to keep it, but it will hurt somebody. */
        SHOULD,
        /** A choice. */
        MAY;

        /**
         * What it is not to keep the requirement.
         *
         * @return the level of the finding
         */
        public Level finding() {
            return this == MUST ? Level.VIOLATION : this == SHOULD ? Level.WEAKNESS : Level.INFO;
        }
    }

    /** Places in the document get their lines. */
    public Requirement {
        source = OpenApiDocument.ofTheContract().located(source);
        tests = List.copyOf(tests);
    }

    /**
     * Whom it is about.
     *
     * @return the client if scenarios test it, and the server if checks do
     */
    public Side side() {
        return id.startsWith("CLIENT-") ? Side.CLIENT : Side.SERVER;
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

    /** For a list of all. */
    @Override
    public String toString() {
        return String.format("%-24s %-6s %s %s", id, level, text, tests);
    }

    /**
     * Whether a finding of a check that tests it may be about it.
     *
     * @param found the cause of the finding
     * @return true if it has the cause of this requirement, or this requirement has none
     */
    boolean isAbout(String found) {
        return Pattern.compile(cause).matcher(found).find();
    }
}
