package net.ixapi.auth.contract.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.ixapi.auth.contract.findings.Level;

/** The report as one page that needs nothing else: no script, no font, no address. */
final class HtmlReport {
    private final Report report;
    private final boolean strict;
    private final StringBuilder html = new StringBuilder();

    private HtmlReport(Report report, boolean strict) {
        this.report = report;
        this.strict = strict;
    }

    static String of(Report report, boolean strict) {
        HtmlReport page = new HtmlReport(report, strict);
        page.head();
        page.coverage();
        page.checks();
        page.findings("Findings", page.level(Level.VIOLATION, Level.WEAKNESS));
        page.findings("Notes", page.level(Level.NOTE));
        page.html.append("</main></body></html>\n");
        return page.html.toString();
    }

    private void head() {
        Verdict verdict = report.verdict(strict);
        html.append("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .append("<title>")
                .append(text(report.contract()))
                .append("</title><style>")
                .append(style())
                .append("</style></head><body><main><header class=\"")
                .append(verdict.name().toLowerCase(java.util.Locale.ROOT))
                .append("\"><h1>")
                .append(text(verdict.text()))
                .append("</h1><p>")
                .append(text(report.target().toString()))
                .append("</p></header><dl>");
        fact("Contract", report.contract());
        fact("SHA-256", report.sha256());
        fact(
                "Run",
                report.started().truncatedTo(ChronoUnit.SECONDS) + ", "
                        + report.took().toMillis() + " ms, " + report.calls() + " calls");
        for (Level level : Level.values()) {
            fact(level.label(), "" + report.of(level).size());
        }
        html.append("</dl>");
    }

    private void fact(String name, String value) {
        html.append("<dt>")
                .append(text(name))
                .append("</dt><dd>")
                .append(text(value))
                .append("</dd>");
    }

    private void coverage() {
        html.append("<h2>What the document describes, and what came</h2><table><thead><tr><th>Operation</th>")
                .append("<th>Answers</th></tr></thead><tbody>");
        byOperation().forEach((operation, answers) -> {
            html.append("<tr><th scope=\"row\">").append(text(operation)).append("</th><td>");
            answers.forEach(this::cell);
            html.append("</td></tr>");
        });
        html.append("</tbody></table>");
    }

    private void cell(Report.Coverage answer) {
        html.append("<div class=\"")
                .append(answer.times() == 0 ? "unseen" : "seen")
                .append("\"><b>")
                .append(answer.status())
                .append("</b> ")
                .append(answer.times() == 0 ? "never came" : answer.times() + " times");
        answer.problemTypes()
                .forEach(type -> html.append("<br><small>").append(text(type)).append("</small>"));
        html.append("</div>");
    }

    private Map<String, List<Report.Coverage>> byOperation() {
        return report.coverage().stream()
                .collect(Collectors.groupingBy(Report.Coverage::operation, LinkedHashMap::new, Collectors.toList()));
    }

    private void checks() {
        html.append("<h2>Checks</h2><table><thead><tr><th>Check</th><th>A server passes if</th><th>Found</th></tr>")
                .append("</thead><tbody>");
        for (Report.CheckResult check : report.checks()) {
            List<Proof> found = report.of(check.name());
            String mark = found.isEmpty() ? "ok" : found.get(0).level().label();
            html.append("<tr><th scope=\"row\">")
                    .append(text(check.name()))
                    .append("</th><td>")
                    .append(text(check.title()))
                    .append("</td><td class=\"")
                    .append(mark)
                    .append("\">")
                    .append(found.isEmpty() ? "nothing" : found.size() + " " + mark)
                    .append("</td></tr>");
        }
        html.append("</tbody></table>");
    }

    private List<Proof> level(Level... levels) {
        return report.findings().stream()
                .filter(proof -> List.of(levels).contains(proof.level()))
                .toList();
    }

    private void findings(String title, List<Proof> proofs) {
        if (!proofs.isEmpty()) {
            html.append("<h2>").append(title).append("</h2>");
            proofs.forEach(this::finding);
        }
    }

    private void finding(Proof proof) {
        html.append("<article class=\"")
                .append(proof.level().label())
                .append("\"><h3><span>")
                .append(proof.level().label())
                .append("</span> ")
                .append(text(proof.headline()))
                .append("</h3><p><code>")
                .append(text(proof.check()))
                .append("</code> expected ")
                .append(text(proof.expected()))
                .append(" <cite>")
                .append(text(proof.source()))
                .append("</cite></p>");
        if (!proof.got().isEmpty()) {
            html.append("<p>Came: ")
                    .append(text(proof.got()))
                    .append(proof.times() > 1 ? ", " + proof.times() + " times" : "")
                    .append("</p>");
        }
        if (!proof.request().isEmpty()) {
            html.append("<details><summary>Request, response, and how to repeat it</summary>");
            block(proof.request());
            block(proof.response());
            block(proof.curl());
            html.append("</details>");
        }
        html.append("</article>");
    }

    private void block(String text) {
        html.append("<pre>").append(text(text)).append("</pre>");
    }

    private static String text(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "\uFFFD");
    }

    private static String style() {
        try (InputStream css = HtmlReport.class.getResourceAsStream("report.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
