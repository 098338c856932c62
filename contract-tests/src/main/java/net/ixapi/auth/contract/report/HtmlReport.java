package net.ixapi.auth.contract.report;

import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.ixapi.auth.contract.findings.Finding;
import net.ixapi.auth.contract.findings.Level;

/** The report as one page that needs nothing else: no script, no font, no address. What {@code report.html} shows comes from here. */
final class HtmlReport {
    private final Report report;
    private final boolean strict;

    private HtmlReport(Report report, boolean strict) {
        this.report = report;
        this.strict = strict;
    }

    static String of(Report report, boolean strict) {
        return Templates.filled("report.html", new HtmlReport(report, strict).page());
    }

    private Map<String, Object> page() {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("style", Templates.resource("report.css"));
        page.put("verdict", report.sentence(strict));
        page.put("class", report.verdict(strict).name().toLowerCase(Locale.ROOT));
        page.put("report", report);
        page.put("started", report.started().truncatedTo(ChronoUnit.SECONDS).toString());
        page.put("milliseconds", report.took().toMillis());
        page.put("tiles", tiles());
        String summary = report.generatedClient().summary();
        page.put("generatedClient", summary.isEmpty() ? List.of() : List.of(summary));
        page.put("operations", operations());
        page.put("checks", report.checks().stream().map(this::check).toList());
        page.put("findings", findings(Level.VIOLATION, Level.WEAKNESS));
        page.put("infos", findings(Level.INFO));
        return page;
    }

    private List<Map<String, Object>> tiles() {
        return List.of(
                tile(report.of(Level.VIOLATION).size(), "violations", "violation"),
                tile(report.of(Level.WEAKNESS).size(), "weaknesses", "weakness"),
                tile(report.of(Level.INFO).size(), "info", "info"),
                tile(report.checks().size(), "checks", "plain"),
                tile(report.calls(), "calls", "plain"));
    }

    private static Map<String, Object> tile(int number, String name, String level) {
        return Map.of("number", number, "name", name, "class", number == 0 ? "none" : level);
    }

    /** Each with its responses and its rules. */
    private List<Map<String, Object>> operations() {
        Map<String, List<Report.Rule>> rules = by(report.rules(), Report.Rule::operation);
        return mapped(
                by(report.coverage(), Report.Coverage::operation).entrySet(),
                entry -> Map.of(
                        "name", entry.getKey(),
                        "responses", mapped(entry.getValue(), HtmlReport::response),
                        "rules", mapped(rules.getOrDefault(entry.getKey(), List.of()), this::rule)));
    }

    private static Map<String, Object> response(Report.Coverage response) {
        return Map.of(
                "response",
                response,
                "class",
                response.times() == 0 ? "unseen" : "seen",
                "mediaTypes",
                mapped(response.mediaTypes(), HtmlReport::kind),
                "problemTypes",
                mapped(response.problemTypes(), HtmlReport::kind));
    }

    private static Map<String, Object> kind(Report.Kind kind) {
        String state = !kind.documented() ? "foreign" : kind.times() > 0 ? "seen" : "unseen";
        return Map.of("kind", kind, "class", state);
    }

    private Map<String, Object> rule(Report.Rule rule) {
        String grouped = "(?s).* kinds\\): (?:.*; )?" + Pattern.quote(rule.rule()) + "(?:; .*|….*)?";
        boolean broken = report.findings().stream()
                .filter(finding -> finding.isAbout(rule.operation()))
                .anyMatch(finding -> finding.cause().equals(rule.rule() + Finding.NOT_ENFORCED)
                        || finding.cause().matches(grouped));
        String state = rule.invalid() == 0 ? "not tried" : broken ? "not enforced" : "enforced";
        return Map.of("rule", rule, "state", state, "class", state.replace(' ', '-'));
    }

    private Map<String, Object> check(Report.CheckResult check) {
        List<ReportedFinding> found = report.of(check.name());
        boolean run = check.notRun().isEmpty();
        return Map.of(
                "check", check,
                "class", found.isEmpty() || !run ? "ok" : found.get(0).level().label(),
                "found", run ? found(found) : "not run: " + check.notRun(),
                "milliseconds", check.took().isZero() ? "" : check.took().toMillis() + " ms");
    }

    /** Counted as the tiles count. */
    private static String found(List<ReportedFinding> findings) {
        Map<String, List<ReportedFinding>> levels =
                by(findings, finding -> finding.level().label());
        return levels.isEmpty()
                ? "nothing"
                : levels.entrySet().stream()
                        .map(level -> level.getValue().size() + " " + level.getKey())
                        .collect(Collectors.joining(", "));
    }

    private List<Map<String, Object>> findings(Level... levels) {
        return mapped(
                Stream.of(levels).flatMap(level -> report.of(level).stream()).toList(),
                finding -> Map.of(
                        "finding",
                        finding,
                        "level",
                        finding.level().label(),
                        "logIn",
                        finding.curl().contains("_TOKEN"),
                        "shown",
                        !finding.request().isEmpty()));
    }

    private static <T> List<Map<String, Object>> mapped(Collection<T> all, Function<T, Map<String, Object>> one) {
        return all.stream().map(one).toList();
    }

    private static <T> Map<String, List<T>> by(List<T> all, Function<T, String> key) {
        return all.stream().collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
    }
}
