package net.ixapi.auth.contract.findings;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Collects findings: what has one cause is one finding, however often it shows. Not safe for use by several threads at once.
 */
public final class Findings {
    /** So many findings that are alike have one cause, such as a server that compares nothing with the document. */
    private static final int MIN_FAMILY = 2;

    /** By requirement, check, level and kind of cause. */
    private final Map<List<Object>, Finding> all = new LinkedHashMap<>();

    /**
     * Adds a finding, or counts it once more.
     *
     * @param finding one that was seen once
     */
    public void add(Finding finding) {
        all.merge(
                List.of(finding.requirement(), finding.check(), finding.level(), finding.kind()),
                finding,
                Finding::and);
    }

    /** Whether something is known already. */
    public boolean has(String check, String cause) {
        return all.values().stream()
                .anyMatch(finding ->
                        finding.check().equals(check) && finding.cause().contains(cause));
    }

    /** Whether no body that breaks a rule of an operation was found to be accepted. */
    public boolean enforces(String operation, String rule) {
        return all.values().stream()
                .noneMatch(
                        finding -> finding.isAbout(operation) && finding.cause().equals(rule + Finding.NOT_ENFORCED));
    }

    /**
     * What was found.
     *
     * @return the findings, the worst first, those of one level in the order in which they were found
     */
    public List<Finding> sorted() {
        Map<String, List<Finding>> families = all.values().stream()
                .collect(Collectors.groupingBy(Finding::family, LinkedHashMap::new, Collectors.toList()));
        return families.values().stream()
                .flatMap(family -> family.size() < MIN_FAMILY ? family.stream() : Stream.of(together(family)))
                .sorted(Comparator.comparing(Finding::level))
                .toList();
    }

    private static Finding together(List<Finding> family) {
        Finding first = family.get(0);
        String what = first.isAcceptance()
                ? "what should be refused is accepted"
                : first.isRefusal() ? "what should be accepted is refused" : "rules of the document are not enforced";
        String causes = family.stream()
                .map(finding -> finding.cause().replace(Finding.NOT_ENFORCED, ""))
                .collect(Collectors.joining("; "));
        Finding all = family.stream().skip(1).reduce(first, Finding::and);
        return all.with(all.subject(), what + " (" + family.size() + " kinds): " + causes, all.times());
    }
}
