package net.ixapi.auth.contract.report;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import net.ixapi.auth.contract.findings.Level;

/**
 * How many findings of a level there are. Immutable.
 *
 * @param level the level
 * @param count how many
 */
record LevelCount(Level level, int count) {
    static List<LevelCount> of(List<ReportedFinding> findings) {
        List<Level> levels = findings.stream().map(ReportedFinding::level).toList();
        return Stream.of(Level.values())
                .map(level -> new LevelCount(level, Collections.frequency(levels, level)))
                .toList();
    }

    /** One violation, but two violations. */
    String noun() {
        String plural = level == Level.INFO ? "" : level == Level.WEAKNESS ? "es" : "s";
        return level.label() + (count == 1 ? "" : plural);
    }

    /** Where the page has them. */
    String anchor() {
        return level == Level.INFO ? "notes" : "findings";
    }

    @Override
    public String toString() {
        return count + " " + noun();
    }
}
