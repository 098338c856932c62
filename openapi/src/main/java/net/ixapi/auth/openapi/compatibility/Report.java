package net.ixapi.auth.openapi.compatibility;

import java.util.ArrayList;
import java.util.List;

/** A verdict in words. */
final class Report {
    private final Verdict verdict;
    private final String acceptedFile;
    private final List<String> lines = new ArrayList<>();

    private Report(Verdict verdict, String acceptedFile) {
        this.verdict = verdict;
        this.acceptedFile = acceptedFile;
    }

    /**
     * The verdict in words.
     *
     * @param acceptedFile where changes can be accepted
     */
    static String text(Verdict verdict, String acceptedFile) {
        Report report = new Report(verdict, acceptedFile);
        report.write();
        return String.join(System.lineSeparator(), report.lines);
    }

    private void write() {
        lines.add(title());
        list("compatible", verdict.compatible());
        list("incompatible, but accepted in " + acceptedFile, verdict.accepted());
        list(
                verdict.isNewMajor() ? "incompatible, as the new major version says" : "INCOMPATIBLE",
                verdict.incompatible());
        if (!verdict.incompatible().isEmpty() && !verdict.isNewMajor()) {
            advise();
        }
        verdict.stale().forEach(finding -> lines.add(finding.toString()));
    }

    private String title() {
        Contract released = verdict.released();
        int incompatible = verdict.accepted().size() + verdict.incompatible().size();
        String counts = incompatible + verdict.compatible().size() == 0
                ? "no change that clients can notice"
                : "changes: " + incompatible + " incompatible, "
                        + verdict.compatible().size() + " compatible";
        return "%s since %s (%s): %s".formatted(verdict.document().name(), released.version(), released.name(), counts);
    }

    private void list(String heading, List<Change> changes) {
        if (!changes.isEmpty()) {
            lines.add(heading + ":");
            changes.forEach(change -> lines.add("  " + change.finding()));
        }
    }

    private void advise() {
        Contract document = verdict.document();
        lines.add("");
        lines.add("Clients of %s may fail. Undo what is incompatible, or"
                .formatted(verdict.released().version()));
        lines.add("- raise info.version to %d.0.0 (%s:%d), or"
                .formatted(
                        verdict.released().major() + 1,
                        document.name(),
                        document.versionPlace().line()));
        lines.add("- accept it, with your reason, among the changes in " + acceptedFile + ":");
        verdict.incompatible().forEach(change -> {
            lines.add("  - change: '" + change.name().replace("'", "''") + "'");
            lines.add("    reason: ");
        });
    }
}
