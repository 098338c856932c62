package net.ixapi.auth.contract.clients;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.ixapi.auth.contract.clients.ClientReport.Result;
import net.ixapi.auth.contract.clients.ClientReport.State;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.report.ReportFiles;
import net.ixapi.auth.contract.requirements.Requirement;
import net.ixapi.auth.contract.requirements.Requirements;
import net.ixapi.auth.openapi.document.PlainJson;

/** Writes what a run has shown, for persons, programs and build servers. */
final class ClientReports {
    private static final String CONTRACT = "IX-API authentication " + Requirements.VERSION;
    private static final String CLIENT = "CLIENT-";

    private ClientReports() {}

    /** All scenarios, and what they test. */
    static String list() {
        Stream<String> scenarios =
                Scenarios.all().stream().map(scenario -> String.format("%-22s %s", scenario.name, scenario.title));
        Stream<String> requirements = Requirements.ofTheContract().stream()
                .filter(requirement -> requirement.id().startsWith(CLIENT))
                .map(requirement -> String.format(
                        "%-22s %-6s %s %s",
                        requirement.id(), requirement.level(), requirement.text(), requirement.tests()));
        return Stream.of(scenarios, Stream.of(""), requirements)
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    static String text(ClientReport report, boolean strict) {
        List<String> lines = new ArrayList<>();
        lines.add(CONTRACT + ", " + report.scenarios().size() + " scenarios, " + report.requests() + " requests in "
                + seconds(report.took()) + " s");
        report.findings()
                .forEach(finding -> lines.add("\n  " + headline(finding) + "\n"
                        + details(finding).indent(4).stripTrailing()));
        lines.add("");
        report.scenarios().stream()
                .filter(scenario -> !scenario.isRun())
                .forEach(scenario -> lines.add("  ! not run: " + scenario.name()));
        lines.add("  " + report.count(State.KEPT) + " requirements kept, " + report.count(State.BROKEN) + " not kept, "
                + report.count(State.NOT_SEEN) + " not seen. " + sentence(report, strict));
        return String.join("\n", lines);
    }

    private static String headline(Result finding) {
        Requirement requirement = finding.requirement();
        return requirement.level().finding().label() + " " + requirement.id() + " " + requirement.text();
    }

    private static String details(Result finding) {
        List<String> lines = new ArrayList<>();
        finding.observations().forEach(seen -> {
            lines.add("came     " + seen.came() + " [" + seen.scenario() + ", " + seen.ended() + "]");
            if (!seen.output().isEmpty()) {
                lines.add("printed  " + seen.output().replace("\n", "\n         "));
            }
        });
        lines.add("source   " + finding.requirement().source());
        lines.add("mend     " + finding.requirement().mend());
        return String.join("\n", lines);
    }

    private static String sentence(ClientReport report, boolean strict) {
        return report.isBroken(strict)
                ? "The client does not keep the contract."
                : report.provesTooLittle() ? "The run proved too little." : "The client keeps the contract.";
    }

    private static String verdict(ClientReport report, boolean strict) {
        return report.isBroken(strict)
                ? "not_conformant"
                : report.provesTooLittle() ? "proved_too_little" : "conformant";
    }

    static void write(ClientReport report, boolean strict, Path folder) throws IOException {
        write(PlainJson.text(json(report, strict)) + "\n", folder.resolve("report.json"));
        write(ReportFiles.filled("junit.xml", junit(report, strict)), folder.resolve("junit.xml"));
        write(ReportFiles.filled("clients.html", page(report, strict)), folder.resolve("index.html"));
    }

    private static void write(String text, Path file) throws IOException {
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> json(ClientReport report, boolean strict) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("verdict", verdict(report, strict));
        json.put("contract", CONTRACT);
        json.put("strict", strict);
        json.put("started", report.started().toString());
        json.put("milliseconds", report.took().toMillis());
        json.put(
                "requirements",
                mapped(
                        report.requirements(),
                        result -> Map.of(
                                "id", result.requirement().id(),
                                "level", result.requirement().level().name(),
                                "text", result.requirement().text(),
                                "source", result.requirement().source(),
                                "tests", result.requirement().tests(),
                                "mend", result.requirement().mend(),
                                "state", label(result.state()),
                                "observations", result.observations())));
        json.put(
                "scenarios",
                mapped(
                        report.scenarios(),
                        scenario -> Map.of(
                                "name", scenario.name(),
                                "title", scenario.title(),
                                "ended", scenario.ended(),
                                "requests", scenario.requests(),
                                "milliseconds", scenario.took().toMillis())));
        return json;
    }

    private static Map<String, Object> page(ClientReport report, boolean strict) {
        Map<String, Object> page = new LinkedHashMap<>(json(report, strict));
        page.put("style", ReportFiles.resource("report.css"));
        page.put("sentence", sentence(report, strict));
        page.put("requests", report.requests());
        page.put(
                "tiles",
                List.of(
                        tile(count(report, Level.VIOLATION), "violations", "violation"),
                        tile(count(report, Level.WEAKNESS), "weaknesses", "weakness"),
                        tile(count(report, Level.INFO), "info", "info"),
                        tile(report.count(State.KEPT), "requirements kept", "plain"),
                        tile(report.count(State.NOT_SEEN), "not seen", "plain")));
        page.put(
                "findings",
                mapped(
                        report.findings(),
                        finding -> Map.of(
                                "level", finding.requirement().level().finding().label(),
                                "requirement", finding.requirement(),
                                "observations", finding.observations())));
        page.put(
                "trace",
                mapped(
                        report.requirements(),
                        result -> Map.of(
                                "requirement", result.requirement(),
                                "state", label(result.state()),
                                "class",
                                        result.state() == State.BROKEN
                                                ? result.requirement()
                                                        .level()
                                                        .finding()
                                                        .label()
                                                : result.state() == State.KEPT ? "ok" : "plain",
                                "checks",
                                        result.requirement().id().startsWith(CLIENT)
                                                ? List.of()
                                                : result.requirement().tests(),
                                "scenarios",
                                        result.requirement().id().startsWith(CLIENT)
                                                ? result.requirement().tests()
                                                : List.of())));
        return page;
    }

    private static int count(ClientReport report, Level level) {
        return (int) report.findings().stream()
                .filter(finding -> finding.requirement().level().finding() == level)
                .count();
    }

    private static Map<String, Object> tile(long number, String name, String level) {
        return Map.of("number", number, "name", name, "class", number == 0 ? "none" : level);
    }

    private static Map<String, Object> junit(ClientReport report, boolean strict) {
        Level mildest = strict ? Level.WEAKNESS : Level.VIOLATION;
        List<Result> failed = report.requirements().stream()
                .filter(result -> result.isBroken(mildest))
                .toList();
        return Map.of(
                "target", "client",
                "started", report.started(),
                "time", seconds(report.took()),
                "tests", report.requirements().size(),
                "failures", failed.size(),
                "errors", 0,
                "skipped", report.count(State.NOT_SEEN),
                "cases",
                        mapped(
                                report.requirements(),
                                result -> Map.of(
                                        "name",
                                        result.requirement().id(),
                                        "title",
                                        result.requirement().text(),
                                        "errors",
                                        List.of(),
                                        "skipped",
                                        result.state() == State.NOT_SEEN ? List.of("not seen") : List.of(),
                                        "failures",
                                        failed.contains(result)
                                                ? List.of(Map.of(
                                                        "type",
                                                                result.requirement()
                                                                        .level()
                                                                        .finding()
                                                                        .label(),
                                                        "message",
                                                                result.requirement()
                                                                        .text(),
                                                        "text", details(result)))
                                                : List.of())));
    }

    private static String label(State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static <T> List<Map<String, Object>> mapped(List<T> all, Function<T, Map<String, Object>> one) {
        return all.stream().map(one).toList();
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f", time.toMillis() / 1000.0);
    }
}
