package net.ixapi.auth.contract.report;

import java.util.List;
import java.util.Locale;
import net.ixapi.auth.contract.findings.Level;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The report for programs, as {@code report.schema.json} describes it. */
final class JsonReport {
    private JsonReport() {}

    static String of(Report report, boolean strict) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("verdict", report.verdict(strict).name().toLowerCase(Locale.ROOT));
        json.putObject("contract").put("title", report.contract()).put("sha256", report.sha256());
        json.put("target", report.target().toString());
        json.put("started", report.started().toString());
        json.put("milliseconds", report.took().toMillis());
        json.put("calls", report.calls());
        json.put("seed", report.seed());
        json.put("strict", strict);
        json.put("partial", report.partial());
        checks(report, json.putArray("checks"));
        coverage(report, json.putArray("coverage"));
        rules(report, json.putArray("rules"));
        generatedClient(report.generatedClient(), json.putObject("generatedClient"));
        report.unexercised().forEach(json.putArray("unexercised")::add);
        findings(report, json.putArray("findings"));
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
    }

    private static void checks(Report report, ArrayNode checks) {
        for (Report.CheckResult check : report.checks()) {
            checks.addObject()
                    .put("name", check.name())
                    .put("title", check.title())
                    .put("notRun", check.notRun())
                    .put(
                            "passed",
                            check.notRun().isEmpty()
                                    && report.of(check.name()).stream()
                                            .noneMatch(finding -> finding.level() == Level.VIOLATION))
                    .put("milliseconds", check.took().toMillis());
        }
    }

    private static void coverage(Report report, ArrayNode coverage) {
        for (Report.Coverage response : report.coverage()) {
            ObjectNode entry = coverage.addObject()
                    .put("operation", response.operation())
                    .put("status", response.status())
                    .put("documented", response.documented())
                    .put("times", response.times());
            kinds(response.mediaTypes(), entry.putArray("mediaTypes"));
            kinds(response.problemTypes(), entry.putArray("problemTypes"));
        }
    }

    private static void kinds(List<Report.Kind> kinds, ArrayNode array) {
        for (Report.Kind kind : kinds) {
            array.addObject()
                    .put("name", kind.name())
                    .put("documented", kind.documented())
                    .put("times", kind.times());
        }
    }

    private static void rules(Report report, ArrayNode rules) {
        for (Report.Rule rule : report.rules()) {
            rules.addObject()
                    .put("operation", rule.operation())
                    .put("rule", rule.name())
                    .put("valid", rule.valid())
                    .put("invalid", rule.invalid());
        }
    }

    private static void generatedClient(GeneratedClientResult result, ObjectNode json) {
        json.put("operations", result.operations()).put("documented", result.documented());
        result.missing().forEach(json.putArray("missing")::add);
        result.absent().forEach(json.putArray("absent")::add);
        result.faults().forEach(json.putArray("faults")::add);
    }

    private static void findings(Report report, ArrayNode findings) {
        for (ReportedFinding finding : report.findings()) {
            findings.addObject()
                    .put("check", finding.check())
                    .put("level", finding.level().label())
                    .put("operation", finding.subject())
                    .put("cause", finding.cause())
                    .put("expected", finding.expected())
                    .put("source", finding.source())
                    .put("got", finding.got())
                    .put("times", finding.times())
                    .put("request", finding.request())
                    .put("response", finding.response())
                    .put("curl", finding.curl());
        }
    }
}
