package net.ixapi.auth.contract.findings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Collects findings: what has one cause is one finding, however often it shows. Not safe for use by several threads at once.
 */
public final class Findings {
    private final List<Finding> all = new ArrayList<>();

    /**
     * Adds a finding, or counts it once more.
     *
     * @param finding the finding
     */
    public void add(Finding finding) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).isSameAs(finding)) {
                all.set(i, all.get(i).again());
                return;
            }
        }
        all.add(finding);
    }

    /**
     * What was found.
     *
     * @return the findings, the worst first, those of one level in the order in which they were found
     */
    public List<Finding> sorted() {
        return all.stream().sorted(Comparator.comparing(Finding::level)).toList();
    }
}
