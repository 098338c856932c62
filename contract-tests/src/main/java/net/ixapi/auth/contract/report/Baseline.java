package net.ixapi.auth.contract.report;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.ixapi.auth.contract.document.YamlList;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.openapi.document.Document;
import net.ixapi.auth.openapi.document.UnreadableDocumentException;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/**
 * The findings that somebody has accepted, each for a reason and until a day. Immutable.
 *
 * @param entries what is accepted
 */
public record Baseline(List<BaselineEntry> entries) {
    /** Accepts nothing. */
    public static final Baseline EMPTY = new Baseline(List.of());

    private static final String HEAD = """
            # Findings that do not fail a run of the contract suite. Each needs a reason, and is accepted until the end of a day.
            # An entry that no finding needs any more fails the run, too.
            """;

    /**
     * Reads a file.
     *
     * @param file a list of entries in YAML
     * @return what is accepted
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if it is not a list of entries, or one lacks what it needs
     */
    public static Baseline read(Path file) throws IOException {
        List<BaselineEntry> entries = entries(file);
        for (BaselineEntry entry : entries) {
            if (!entry.mistake().isEmpty()) {
                throw new IllegalArgumentException(file + ": " + entry.label() + ": " + entry.mistake());
            }
        }
        return new Baseline(entries);
    }

    private static List<BaselineEntry> entries(Path file) throws IOException {
        try {
            return YamlList.read(Document.bytes(file), file.toString(), BaselineEntry.class);
        } catch (UnreadableDocumentException e) {
            throw new IllegalArgumentException("There is no YAML in " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            String shape =
                    " must be a list of objects with requirement, operation (of a client: scenario), reason and until";
            throw new IllegalArgumentException(file + shape, e);
        }
    }

    /** The findings of a run, some of them with the reason why they are accepted. */
    List<ReportedFinding> accepting(RunResult run) {
        return run.findings().stream()
                .map(finding -> finding.accepted(reason(finding, run.day())))
                .toList();
    }

    /** The reasons of the entries for each of its subjects; empty if one of them has none. */
    private String reason(ReportedFinding finding, LocalDate today) {
        List<String> reasons = finding.subjects()
                .map(subject -> entry(finding, subject, today)
                        .map(BaselineEntry::reason)
                        .orElse(""))
                .distinct()
                .toList();
        return reasons.contains("") ? "" : String.join("; ", reasons);
    }

    private Optional<BaselineEntry> entry(ReportedFinding finding, String subject, LocalDate today) {
        return entries.stream()
                .filter(entry -> entry.isAbout(finding) && entry.subject().equals(subject) && !entry.isExpired(today))
                .findFirst();
    }

    /**
     * What is out of date.
     *
     * @param run a run that has ended
     * @return one sentence for each entry that accepts nothing any more
     */
    public List<String> outdated(RunResult run) {
        return entries.stream()
                .flatMap(entry -> entry.isExpired(run.day())
                        ? Stream.of(entry.label() + " was accepted until " + entry.until())
                        : run.findings().stream().anyMatch(entry::isAbout) || !run.isLookedFor(entry)
                                ? Stream.of()
                                : Stream.of(entry.label() + " is not found any more: delete the entry"))
                .toList();
    }

    /**
     * Writes a file that accepts all that is wrong now. Entries that are needed, and those that the run did not look for, stay as they
     * are, and others go.
     *
     * @param run a run that has ended
     * @param file the file, which may exist
     * @throws IOException if it cannot be written
     */
    public void write(RunResult run, Path file) throws IOException {
        Stream<BaselineEntry> needed = run.findings().stream()
                .filter(finding -> finding.level() != Level.INFO)
                .flatMap(finding -> finding.subjects()
                        .map(subject -> entry(finding, subject, run.day())
                                .orElseGet(() -> BaselineEntry.of(finding.requirement(), subject, run.day()))));
        Stream<BaselineEntry> others =
                entries.stream().filter(entry -> !run.isLookedFor(entry) && !entry.isExpired(run.day()));
        Set<BaselineEntry> all = Stream.concat(needed, others).collect(Collectors.toCollection(LinkedHashSet::new));
        DumpSettings block =
                DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).build();
        Files.writeString(file, HEAD + new Dump(block).dumpToString(new JsonMapper().convertValue(all, List.class)));
    }
}
