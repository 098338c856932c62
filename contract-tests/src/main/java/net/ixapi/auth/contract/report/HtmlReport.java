package net.ixapi.auth.contract.report;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
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
        // Escapes every value; the page has none that is meant as HTML but its own style.
        return Mustache.compiler()
                .zeroIsFalse(true)
                .compile(resource("report.html"))
                .execute(new HtmlReport(report, strict).page());
    }

    private Map<String, Object> page() {
        Map<String, Object> page = new LinkedHashMap<>();
        Verdict verdict = report.verdict(strict);
        page.put("style", resource("report.css"));
        page.put("verdict", report.sentence(strict));
        page.put("class", verdict.name().toLowerCase(Locale.ROOT));
        page.put("report", report);
        page.put("started", report.started().truncatedTo(ChronoUnit.SECONDS).toString());
        page.put("milliseconds", report.took().toMillis());
        page.put("tiles", tiles());
        page.put(
                "generatedClient",
                Stream.of(report.generatedClient().summary())
                        .filter(summary -> !summary.isEmpty())
                        .toList());
        page.put("faults", report.generatedClient().faults());
        page.put("unexercised", report.unexercised());
        page.put("operations", operations());
        page.put("checks", report.checks().stream().map(this::check).toList());
        page.put("findings", proofs(Level.VIOLATION, Level.WEAKNESS));
        page.put("infos", proofs(Level.INFO));
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

    /** Each with its answers and its rules. */
    private List<Map<String, Object>> operations() {
        Map<String, List<Report.Rule>> rules = by(report.rules(), Report.Rule::operation);
        return by(report.coverage(), Report.Coverage::operation).entrySet().stream()
                .map(entry -> Map.<String, Object>of(
                        "name", entry.getKey(),
                        "answers", entry.getValue().stream().map(this::response).toList(),
                        "rules",
                                rules.getOrDefault(entry.getKey(), List.of()).stream()
                                        .map(this::rule)
                                        .toList()))
                .toList();
    }

    private Map<String, Object> response(Report.Coverage response) {
        return Map.of(
                "status", response.status(),
                "times", response.times(),
                "class", response.times() == 0 ? "unseen" : "seen",
                "mediaTypes",
                        response.mediaTypes().stream().map(HtmlReport::kind).toList(),
                "problemTypes",
                        response.problemTypes().stream().map(HtmlReport::kind).toList());
    }

    private static Map<String, Object> kind(Report.Kind kind) {
        String state = !kind.documented() ? "foreign" : kind.times() > 0 ? "seen" : "unseen";
        return Map.of("name", kind.name(), "times", kind.times(), "class", state);
    }

    private Map<String, Object> rule(Report.Rule rule) {
        boolean broken = report.findings().stream()
                .filter(finding -> finding.subject().contains(rule.operation()))
                .anyMatch(finding -> finding.cause().equals(rule.name() + Finding.NOT_ENFORCED)
                        || finding.cause()
                                .matches("(?s).* kinds\\): (?:.*; )?" + Pattern.quote(rule.name()) + "(?:; .*|….*)?"));
        String state = rule.invalid() == 0 ? "not tried" : broken ? "not enforced" : "enforced";
        return Map.of("rule", rule, "state", state, "class", state.replace(' ', '-'));
    }

    private Map<String, Object> check(Report.CheckResult check) {
        List<ReportedFinding> found = report.of(check.name());
        boolean run = check.notRun().isEmpty();
        String mark = found.isEmpty() || !run ? "ok" : found.get(0).level().label();
        return Map.of(
                "check",
                check,
                "class",
                mark,
                "found",
                run ? found(found) : "not run: " + check.notRun(),
                "milliseconds",
                check.took().isZero() ? "" : check.took().toMillis() + " ms");
    }

    /** Counted as the tiles count. */
    private static String found(List<ReportedFinding> findings) {
        return findings.isEmpty()
                ? "nothing"
                : Stream.of(Level.values())
                        .map(level -> Map.entry(
                                level.label(),
                                findings.stream()
                                        .filter(one -> one.level() == level)
                                        .count()))
                        .filter(count -> count.getValue() > 0)
                        .map(count -> count.getValue() + " " + count.getKey())
                        .collect(Collectors.joining(", "));
    }

    private List<Map<String, Object>> proofs(Level... levels) {
        return report.findings().stream()
                .filter(finding -> List.of(levels).contains(finding.level()))
                .map(finding -> Map.<String, Object>of(
                        "proof",
                        finding,
                        "level",
                        finding.level().label(),
                        "logIn",
                        finding.curl().contains("_TOKEN"),
                        "shown",
                        !finding.request().isEmpty()))
                .toList();
    }

    private static <T> Map<String, List<T>> by(List<T> all, Function<T, String> operation) {
        return all.stream().collect(Collectors.groupingBy(operation, LinkedHashMap::new, Collectors.toList()));
    }

    private static String resource(String name) {
        try (InputStream file = HtmlReport.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
