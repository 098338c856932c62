package net.ixapi.auth.contract.findings;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.ixapi.auth.contract.wire.Exchange;

/**
 * Collects findings: what has one cause is one finding, however often it shows. Not safe for use by several threads at once.
 */
public final class Findings {
    /** So many findings that are alike have one cause, such as a server that compares nothing with the document. */
    private static final int MIN_FAMILY = 2;

    private final Predicate<String> wanted;
    /** By requirement, check, level and kind of cause. */
    private final Map<List<Object>, Finding> all = new LinkedHashMap<>();
    /** The exchange of each that was counted last: it may show several variants of one cause. */
    private final Map<List<Object>, Exchange> latest = new HashMap<>();

    /**
     * None yet.
     *
     * @param wanted the names of the checks whose findings count
     */
    public Findings(Predicate<String> wanted) {
        this.wanted = wanted;
    }

    /**
     * Adds a finding, or counts it once more.
     *
     * @param finding one that was seen once
     */
    public void add(Finding finding) {
        List<Object> kind = List.of(finding.requirement(), finding.check(), finding.level(), finding.kind());
        Exchange example = finding.example();
        boolean counted = example != null && example.equals(latest.put(kind, example));
        all.merge(kind, counted ? finding.with(finding.subject(), finding.cause(), 0) : finding, Finding::and);
    }

    /** Whether something is known already. */
    public boolean has(String cause) {
        return all.values().stream().anyMatch(finding -> finding.cause().contains(cause));
    }

    /** Whether a check has found something already. */
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
        List<Finding> families = families();
        return families.stream()
                .filter(one -> families.stream().noneMatch(other -> follows(one, other)))
                .map(one ->
                        families.stream().filter(other -> follows(other, one)).reduce(one, Finding::and))
                .sorted(Comparator.comparing(Finding::level))
                .toList();
    }

    /** By the requirements of findings that only follow from another one, where that is told. */
    public Map<String, String> toldElsewhere() {
        Map<String, String> told = new HashMap<>();
        List<Finding> families = families();
        families.forEach(one -> families.stream()
                .filter(cause -> follows(one, cause))
                .forEach(cause -> told.put(one.requirement(), "told by the finding of " + cause.requirement())));
        return told;
    }

    /** Of two that show each other none is left out, nor is one for what is not as bad. */
    private static boolean follows(Finding one, Finding other) {
        return one.followsFrom(other) && !other.followsFrom(one) && one.level().compareTo(other.level()) >= 0;
    }

    private List<Finding> families() {
        Map<String, List<Finding>> families = all.values().stream()
                .filter(finding -> wanted.test(finding.check()))
                .collect(Collectors.groupingBy(Finding::family, LinkedHashMap::new, Collectors.toList()));
        return families.values().stream()
                .flatMap(family -> family.size() < MIN_FAMILY ? family.stream() : Stream.of(together(family)))
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
