package net.ixapi.auth.openapi.compatibility;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.ixapi.auth.openapi.document.Place;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.model.Endpoint;

/** Compares a released contract with the document as it is now. */
final class Comparison {
    private final Contract was;
    private final Contract is;
    private final Changes changes = new Changes();

    private Comparison(Contract was, Contract is) {
        this.was = was;
        this.is = is;
    }

    /** What clients can notice, each change once. */
    static List<Change> changes(Contract released, Contract document) {
        Comparison comparison = new Comparison(released, document);
        if (!comparison.isSameFile()) {
            comparison.compare();
        }
        return comparison.changes.all();
    }

    /** The usual case by far, in which openapi-diff and all that it needs is not even loaded. */
    private boolean isSameFile() {
        try {
            return Files.mismatch(was.file(), is.file()) == -1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void compare() {
        compareServers();
        Map<String, OperationPair> pairs = OperationPair.byKey(was.document(), is.document());
        ChangedOpenApi changed = readAnew();
        changed.getMissingEndpoints().forEach(endpoint -> addOperation(endpoint, "operation removed", false));
        changed.getNewEndpoints().forEach(endpoint -> addOperation(endpoint, "operation added", true));
        changed.getChangedOperations().forEach(operation -> {
            String key = OperationPair.key(operation.getHttpMethod().name(), operation.getPathUrl());
            new OperationComparison(changes, pairs.get(key)).compare(operation);
        });
        pairs.values().forEach(pair -> new MessageComparison(changes, pair).compare());
    }

    /** openapi-diff reads the files itself, and throws where it finds one wrong that only the linter would refuse. */
    private ChangedOpenApi readAnew() {
        try {
            return OpenApiCompare.fromFiles(was.file().toFile(), is.file().toFile());
        } catch (RuntimeException e) {
            String why = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
            throw new NotComparableException(
                    is.name() + ": cannot be compared with " + was.name() + ": " + why + " (the linter may say more)");
        }
    }

    /** openapi-diff does not look at them. */
    private void compareServers() {
        List<String> old = urls(was);
        List<String> now = urls(is);
        old.stream().filter(url -> !now.contains(url)).forEach(url -> addServer("server removed: " + url, false));
        now.stream().filter(url -> !old.contains(url)).forEach(url -> addServer("server added: " + url, true));
    }

    private static List<String> urls(Contract contract) {
        return contract.document()
                .root()
                .items("servers")
                .map(server -> server.text("url"))
                .toList();
    }

    private void addServer(String what, boolean isCompatible) {
        changes.add("operation", is.document().root().property("servers"), what, isCompatible, "all operations");
    }

    private void addOperation(Endpoint endpoint, String what, boolean isCompatible) {
        Place place = is.document()
                .root()
                .property("paths")
                .property(endpoint.getPathUrl())
                .property(endpoint.getMethod().name().toLowerCase(Locale.ROOT));
        String id = endpoint.getOperation().getOperationId();
        changes.add("operation", place, what, isCompatible, id == null ? endpoint.toString() : id);
    }
}
