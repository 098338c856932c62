package net.ixapi.auth.openapi.compatibility;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.ixapi.auth.openapi.document.Document;
import net.ixapi.auth.openapi.document.Finding;
import net.ixapi.auth.openapi.document.Place;

/**
 * The incompatible changes that were decided on, each with its reason.
 *
 * @param entries where each stands in the file
 */
record AcceptedChanges(List<Place> entries) {
    /**
     * Reads a file of accepted changes.
     *
     * @throws NotComparableException if the file has no list {@code changes}, or an entry has no change or no reason
     * @throws net.ixapi.auth.openapi.document.UnreadableDocumentException if there is no such file, or it is not YAML
     */
    static AcceptedChanges read(Path file) {
        Place changes = Document.read(file, Document.name(file)).root().property("changes");
        boolean isList =
                changes.exists() && !changes.isObject() && changes.text().isEmpty();
        NotComparableException.throwIfAny(
                isList
                        ? changes.items().stream().flatMap(AcceptedChanges::faults)
                        : Stream.of(changes.finding("must be a list, [] if nothing was accepted")));
        return new AcceptedChanges(changes.items());
    }

    private static Stream<Finding> faults(Place entry) {
        return Stream.of("change", "reason")
                .filter(property -> entry.text(property).isBlank())
                .map(property -> entry.finding("has no " + property));
    }

    boolean has(Change change) {
        return entries.stream().anyMatch(entry -> name(entry).equals(change.name()));
    }

    /** The entries that accept nothing, because there is no such change or another entry accepts it. */
    List<Finding> stale(List<Change> incompatible) {
        Set<String> names = incompatible.stream().map(Change::name).collect(Collectors.toCollection(HashSet::new));
        return entries.stream()
                .filter(entry -> !names.remove(name(entry)))
                .map(entry ->
                        entry.finding("is stale: no incompatible change has this name, remove it: " + name(entry)))
                .toList();
    }

    private static String name(Place entry) {
        return entry.text("change").strip();
    }
}
