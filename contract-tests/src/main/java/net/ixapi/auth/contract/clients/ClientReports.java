package net.ixapi.auth.contract.clients;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.ixapi.auth.contract.report.ReportFiles;
import net.ixapi.auth.contract.requirements.Requirement;
import net.ixapi.auth.contract.requirements.Requirements;
import net.ixapi.auth.openapi.document.PlainJson;

/** Writes what a run has shown, for persons, programs and build servers. */
final class ClientReports {
    private ClientReports() {}

    /** All scenarios, and all requirements with the scenarios that test them. */
    static String list() {
        Stream<String> scenarios =
                Scenario.all().stream().map(scenario -> String.format("%-24s %s", scenario.name(), scenario.title()));
        Stream<String> requirements = Requirements.ofTheContract().stream()
                .filter(Requirement::isOfClients)
                .map(one -> String.format("%-24s %-6s %s %s", one.id(), one.level(), one.text(), one.tests()));
        return Stream.of(scenarios, Stream.of(""), requirements)
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    static String text(ClientReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(report.contract() + ", "
                + ScenarioResult.count(report.scenarios().size(), "scenario") + ", "
                + ScenarioResult.count(report.requests(), "request") + " in " + report.milliseconds() + " ms");
        report.findings().forEach(finding -> lines.addAll(lines(finding)));
        lines.add("");
        report.outdated().forEach(what -> lines.add("  ! baseline: " + what));
        report.scenarios().stream()
                .filter(ScenarioResult::isNotRun)
                .forEach(scenario -> lines.add("  ! not run: " + scenario.name()));
        long accepted = report.count(ClientReport.ACCEPTED);
        lines.add("  " + report.count("kept") + " requirements kept, "
                + (report.findings().size() - accepted) + " not kept, "
                + (accepted > 0 ? accepted + " accepted, " : "")
                + report.count("not seen") + " not seen. "
                + report.verdict().sentence);
        return String.join("\n", lines);
    }

    private static List<String> lines(ClientReport.Result finding) {
        Requirement requirement = finding.requirement();
        List<String> lines = new ArrayList<>();
        lines.add("\n  " + finding.result() + " " + requirement.id() + ": " + requirement.text());
        finding.observations().forEach(seen -> {
            lines.add("    came     " + seen.outcome().broken() + " [" + seen.scenario() + ", " + seen.ended() + "]");
            seen.output().forEach(line -> lines.add("    printed  " + line));
            Stream.of(seen.accepted()).filter(why -> !why.isEmpty()).forEach(why -> lines.add("    accepted " + why));
        });
        lines.add("    source   " + requirement.source());
        lines.add("    mend     " + requirement.mend());
        return lines;
    }

    static void write(ClientReport report, Path folder) throws IOException {
        Stream<Requirement> ofServers =
                Requirements.ofTheContract().stream().filter(requirement -> !requirement.isOfClients());
        Map<String, Object> page =
                Map.of("report", report, "style", ReportFiles.resource("report.css"), "ofServers", ofServers.toList());
        write(PlainJson.text(report) + "\n", folder.resolve("report.json"));
        write(ReportFiles.filled("clients.xml", page), folder.resolve("junit.xml"));
        write(ReportFiles.filled("clients.html", page), folder.resolve("index.html"));
    }

    private static void write(String text, Path file) throws IOException {
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
