package net.ixapi.auth.contract.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.report.ConsoleReport;
import net.ixapi.auth.openapi.document.Document;
import net.ixapi.auth.openapi.document.PlainJson;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares two reports: of two releases of a server, say. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = "Say which findings are new, gone or changed from one report.json to another.",
        footer = {"", "Exit codes: 0 no new violation or weakness, 1 there is one, 2 wrong usage."})
final class CompareCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "OLD.json", description = "The report.json of the run before.")
    private JsonNode before;

    @Parameters(index = "1", paramLabel = "NEW.json", description = "The report.json of the run after.")
    private JsonNode after;

    @Override
    public Integer call() {
        if (!before.path("side").equals(after.path("side"))) {
            throw new ParameterException(
                    spec.commandLine(), "One of the reports is of a server, and the other of a client.");
        }
        out("- " + title(before));
        out("+ " + title(after));
        if (!before.path("contract").equals(after.path("contract"))) {
            out("They were checked against different documents.");
        }
        Map<String, Set<String>> old = findings(before, after);
        Map<String, Set<String>> now = findings(after, before);
        Set<String> subjects = new TreeSet<>(old.keySet());
        subjects.addAll(now.keySet());
        subjects.removeIf(subject -> now.getOrDefault(subject, Set.of()).equals(old.get(subject)));
        boolean worse = false;
        for (String subject : subjects) {
            Set<String> gone = difference(old, now, subject);
            Set<String> come = difference(now, old, subject);
            String what = !old.containsKey(subject) ? "new" : now.containsKey(subject) ? "changed" : "gone";
            out(String.format("%-8s %s", what, subject));
            gone.forEach(finding -> out("       - " + finding));
            come.forEach(finding -> out("       + " + finding));
            worse |= come.stream().anyMatch(finding -> !finding.startsWith(Level.INFO.label()));
        }
        out(subjects.isEmpty() ? "Nothing has changed." : worse ? "There are new findings." : "Nothing got worse.");
        return worse ? 1 : CommandLine.ExitCode.OK;
    }

    private static String title(JsonNode report) {
        return Stream.of("started", "target", "verdict")
                .map(name -> report.path(name).asText())
                .collect(Collectors.joining(" "));
    }

    /** By requirement and operation. What the other run did not check is no news. */
    private static Map<String, Set<String>> findings(JsonNode report, JsonNode other) {
        Set<String> checked = other.path("checks")
                .valueStream()
                .filter(check -> check.path("notRun").asText().isEmpty())
                .map(check -> check.path("name").asText())
                .collect(Collectors.toSet());
        Map<String, Set<String>> findings = new TreeMap<>();
        for (JsonNode finding : report.path("findings")) {
            if (checked.contains(finding.path("check").asText())) {
                String subject = finding.path("requirement").asText() + " "
                        + finding.path("operation").asText();
                findings.computeIfAbsent(subject.strip(), key -> new TreeSet<>())
                        .add(finding.path("level").asText() + ": "
                                + finding.path("cause").asText());
            }
        }
        return findings;
    }

    private static Set<String> difference(
            Map<String, Set<String>> some, Map<String, Set<String>> others, String subject) {
        Set<String> difference = new TreeSet<>(some.getOrDefault(subject, Set.of()));
        difference.removeAll(others.getOrDefault(subject, Set.of()));
        return difference;
    }

    /** Reads a report.json; what is none is a mistake of the user. */
    static JsonNode read(Path file) throws IOException {
        JsonNode report = PlainJson.read(Document.bytes(file));
        if (report.path("findings").isArray() && report.path("checks").isArray()) {
            return report;
        }
        throw new IllegalArgumentException("it is not a report.json of this suite");
    }

    private void out(String line) {
        spec.commandLine().getOut().println(ConsoleReport.clean(line));
    }
}
