package net.ixapi.auth.contract.run;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.report.Report;
import net.ixapi.auth.contract.report.ReportedFinding;
import net.ixapi.auth.contract.requirements.Requirement;
import net.ixapi.auth.contract.requirements.Requirements;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The findings that somebody has accepted, each for a reason and until a day. Immutable. */
record Baseline(List<Entry> entries) {
    /** So long does an entry last that nobody has given another end. */
    private static final int DEFAULT_MONTHS = 3;

    private static final String HEAD = """
            # Findings that do not fail a run of the contract suite. Each needs a reason, and is accepted until the end of a day.
            # An entry that no finding needs any more fails the run, too.
            """;

    /**
     * One accepted finding.
     *
     * @param requirement its requirement
     * @param operation its operation, such as {@code POST /auth/token}; empty for the server as a whole
     * @param reason why it is accepted; for those who look at it later
     * @param until the last day on which it is
     */
    record Entry(
            String requirement,
            @Nullable String operation,
            @Nullable String reason,
            @Nullable String until) {
        Entry {
            operation = operation == null ? "" : operation;
        }

        private boolean isAbout(ReportedFinding finding, String itsOperation) {
            return requirement.equals(finding.requirement()) && itsOperation.equals(operation);
        }

        private boolean isExpired(LocalDate today) {
            return LocalDate.parse(until).isBefore(today);
        }

        private String label() {
            return (requirement + " " + operation).strip();
        }

        /** What is wrong with it; empty where nothing is. */
        private String mistake() {
            if (named(requirement).isEmpty()) {
                return "there is no such requirement; --list prints all of them";
            } else if (reason == null || reason.isBlank()) {
                return "it has no reason";
            }
            try {
                LocalDate.parse(String.valueOf(until));
                return "";
            } catch (DateTimeException e) {
                return "'until' must be a day such as 2027-01-31";
            }
        }
    }

    /**
     * Reads a file.
     *
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if it is not a list of entries, or one lacks what it needs
     */
    static Baseline read(Path file) throws IOException {
        List<Entry> entries = entries(file);
        for (Entry entry : entries) {
            if (!entry.mistake().isEmpty()) {
                throw new IllegalArgumentException(file + ": " + entry.label() + ": " + entry.mistake());
            }
        }
        return new Baseline(entries);
    }

    private static List<Entry> entries(Path file) throws IOException {
        try {
            Object list = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
            return new JsonMapper().convertValue(list == null ? List.of() : list, new TypeReference<List<Entry>>() {});
        } catch (YamlEngineException e) {
            throw new IllegalArgumentException(file + " is not YAML: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            String shape = " must be a list of objects with requirement, operation, reason and until";
            throw new IllegalArgumentException(file + shape, e);
        }
    }

    /** The report with the findings of this baseline accepted, with what is out of date in it, and with a name. */
    Report applied(Report report, LocalDate today, Report.About about) {
        List<ReportedFinding> findings = report.findings().stream()
                .map(finding -> finding.accepted(reason(finding, today)))
                .toList();
        List<String> outdated = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.isExpired(today)) {
                outdated.add(entry.label() + " was accepted until " + entry.until);
            } else if (isStale(entry, report)) {
                outdated.add(entry.label() + " is not found any more: delete the entry");
            }
        }
        return report.with(findings, outdated, about);
    }

    /** Only if it is accepted for each of its operations; else empty. */
    private String reason(ReportedFinding finding, LocalDate today) {
        List<Optional<Entry>> all = operations(finding)
                .map(operation -> entries.stream()
                        .filter(entry -> entry.isAbout(finding, operation) && !entry.isExpired(today))
                        .findFirst())
                .toList();
        return all.contains(Optional.<Entry>empty())
                ? ""
                : all.stream()
                        .map(entry -> entry.orElseThrow().reason)
                        .distinct()
                        .collect(Collectors.joining("; "));
    }

    /** What no check looked for in this run may still be there. */
    private static boolean isStale(Entry entry, Report report) {
        List<String> tests = named(entry.requirement).orElseThrow().tests();
        return report.ended().isEmpty()
                && report.checks().stream().anyMatch(check -> check.notRun().isEmpty() && tests.contains(check.name()))
                && report.findings().stream()
                        .noneMatch(finding -> operations(finding).anyMatch(of -> entry.isAbout(finding, of)));
    }

    /** Writes a file that accepts all that is wrong now. Entries that are needed stay as they are, and others go. */
    void write(Report report, LocalDate today, Path file) throws IOException {
        Set<Entry> needed = report.findings().stream()
                .filter(finding -> finding.level() != Level.INFO)
                .flatMap(finding -> operations(finding)
                        .map(operation -> entries.stream()
                                .filter(entry -> entry.isAbout(finding, operation) && !entry.isExpired(today))
                                .findFirst()
                                .orElseGet(() -> new Entry(
                                        finding.requirement(),
                                        operation,
                                        "",
                                        today.plusMonths(DEFAULT_MONTHS).toString()))))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        DumpSettings block =
                DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).build();
        Files.writeString(file, HEAD + new Dump(block).dumpToString(new JsonMapper().convertValue(needed, List.class)));
    }

    private static Stream<String> operations(ReportedFinding finding) {
        return Stream.of(finding.subject().split(", "));
    }

    private static Optional<Requirement> named(String id) {
        return Requirements.ofTheContract().stream()
                .filter(requirement -> requirement.id().equals(id))
                .findFirst();
    }
}
