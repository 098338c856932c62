package net.ixapi.auth.openapi.compatibility;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
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
        compareServers(
                was.document().root().property("servers"), is.document().root().property("servers"));
        List<OperationPair> operations =
                OperationPair.of(was.document(), is.document()).toList();
        compareOperations(operations);
        operations.forEach(operation -> new MessageComparison(changes, operation).compare());
    }

    /** openapi-diff does not look at them. */
    private void compareServers(Place old, Place now) {
        List<String> oldUrls = urls(old);
        List<String> urls = urls(now);
        oldUrls.stream()
                .filter(url -> !urls.contains(url))
                .forEach(url -> changes.add("operation", now, "server removed: " + url, false, "all operations"));
        urls.stream()
                .filter(url -> !oldUrls.contains(url))
                .forEach(url -> changes.add("operation", now, "server added: " + url, true, "all operations"));
    }

    private static List<String> urls(Place servers) {
        return servers.items().stream()
                .map(server -> server.property("url").text())
                .toList();
    }

    private void compareOperations(List<OperationPair> operations) {
        ChangedOpenApi changed =
                OpenApiCompare.fromFiles(was.file().toFile(), is.file().toFile());
        changed.getMissingEndpoints().forEach(endpoint -> addOperation(endpoint, "operation removed", false));
        changed.getNewEndpoints().forEach(endpoint -> addOperation(endpoint, "operation added", true));
        Map<String, OperationPair> byKey =
                operations.stream().collect(Collectors.toMap(OperationPair::key, Function.identity()));
        changed.getChangedOperations()
                .forEach(operation -> new OperationComparison(
                                changes,
                                byKey.get(OperationPair.key(
                                        operation.getHttpMethod().name(), operation.getPathUrl())))
                        .compare(operation));
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
