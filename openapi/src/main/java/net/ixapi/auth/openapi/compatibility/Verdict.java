package net.ixapi.auth.openapi.compatibility;

import java.util.ArrayList;
import java.util.List;
import net.ixapi.auth.openapi.document.Finding;

/**
 * What the changes come to.
 *
 * @param compatible what clients of the released contract need not know
 * @param accepted the incompatible changes that were decided on
 * @param incompatible the other incompatible changes
 * @param stale entries among the accepted changes that accept nothing
 */
record Verdict(
        Contract released,
        Contract document,
        List<Change> compatible,
        List<Change> accepted,
        List<Change> incompatible,
        List<Finding> stale) {

    static Verdict of(Contract released, Contract document, AcceptedChanges acceptedChanges) {
        List<Change> changes = Comparison.changes(released, document);
        List<Change> breaking =
                changes.stream().filter(change -> !change.isCompatible()).toList();
        return new Verdict(
                released,
                document,
                changes.stream().filter(Change::isCompatible).toList(),
                breaking.stream().filter(acceptedChanges::has).toList(),
                breaking.stream().filter(change -> !acceptedChanges.has(change)).toList(),
                acceptedChanges.stale(breaking));
    }

    /** A new major version says to everyone that clients may have to change. */
    boolean isNewMajor() {
        return document.major() > released.major();
    }

    boolean isGood() {
        return stale.isEmpty() && (incompatible.isEmpty() || isNewMajor());
    }

    /**
     * The verdict in words.
     *
     * @param acceptedFile where changes can be accepted
     */
    String text(String acceptedFile) {
        List<String> lines = new ArrayList<>(List.of(title()));
        addList(lines, "compatible", compatible);
        addList(lines, "incompatible, but accepted in " + acceptedFile, accepted);
        addList(lines, isNewMajor() ? "incompatible, as the new major version says" : "INCOMPATIBLE", incompatible);
        if (!incompatible.isEmpty() && !isNewMajor()) {
            lines.addAll(advice(acceptedFile));
        }
        stale.forEach(finding -> lines.add(finding.toString()));
        return String.join(System.lineSeparator(), lines);
    }

    private String title() {
        int breaking = accepted.size() + incompatible.size();
        String counts = breaking + compatible.size() == 0
                ? "no change that clients can notice"
                : "changes: " + breaking + " incompatible, " + compatible.size() + " compatible";
        return "%s since %s (%s): %s".formatted(document.name(), released.version(), released.name(), counts);
    }

    private static void addList(List<String> lines, String heading, List<Change> changes) {
        if (!changes.isEmpty()) {
            lines.add(heading + ":");
            changes.forEach(change -> lines.add("  " + change.finding()));
        }
    }

    private List<String> advice(String acceptedFile) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("Clients of %s may fail. Undo what is incompatible, or".formatted(released.version()));
        lines.add("- raise info.version to %d.0.0 (%s:%d), or"
                .formatted(
                        released.major() + 1,
                        document.name(),
                        document.versionPlace().line()));
        lines.add("- accept it, with your reason, among the changes in " + acceptedFile + ":");
        incompatible.forEach(change -> {
            lines.add("  - change: '" + change.name().replace("'", "''") + "'");
            lines.add("    reason: ");
        });
        return lines;
    }
}
