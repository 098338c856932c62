package net.ixapi.auth.openapi.compatibility;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.ixapi.auth.openapi.document.Document;
import net.ixapi.auth.openapi.document.Finding;

/** The released contracts. */
final class Releases {
    private Releases() {}

    /**
     * The newest of the contracts in a folder, by the versions in them.
     *
     * @param released the folder, or the file if it is one contract
     * @throws NotComparableException if there is none, two have the same version, or one cannot be compared
     */
    static Contract newest(Path released) {
        List<Contract> contracts = files(released).stream()
                .map(Contract::read)
                .sorted(Comparator.comparing(Contract::version))
                .toList();
        if (contracts.isEmpty()) {
            throw new NotComparableException(Document.name(released) + ": holds no released contract (*.yaml)");
        }
        NotComparableException.throwIfAny(IntStream.range(1, contracts.size())
                .filter(i ->
                        contracts.get(i).version().equals(contracts.get(i - 1).version()))
                .mapToObj(i -> sameVersion(contracts.get(i), contracts.get(i - 1))));
        return contracts.get(contracts.size() - 1);
    }

    /** Whoever records a release and forgets to raise its version would compare with either. */
    private static Finding sameVersion(Contract contract, Contract other) {
        return contract.versionPlace()
                .finding("is the version of " + other.name() + " as well: each release has one file");
    }

    private static List<Path> files(Path released) {
        if (!Files.isDirectory(released)) {
            return List.of(released);
        }
        try (Stream<Path> files = Files.list(released)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new NotComparableException(Document.name(released) + ": cannot be listed");
        }
    }
}
