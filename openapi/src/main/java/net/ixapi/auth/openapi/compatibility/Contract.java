package net.ixapi.auth.openapi.compatibility;

import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Path;
import java.util.stream.Stream;
import net.ixapi.auth.openapi.document.Document;
import net.ixapi.auth.openapi.document.Finding;
import net.ixapi.auth.openapi.document.Place;

/**
 * An OpenAPI document that has a version and can be compared.
 *
 * @param name what messages call the file
 */
record Contract(Path file, String name, Document document) {
    /**
     * Reads a contract.
     *
     * @throws NotComparableException if it has no version, is not OpenAPI 3.0, or has a reference that leads nowhere
     * @throws net.ixapi.auth.openapi.document.UnreadableDocumentException if there is no such file, or it is neither YAML nor JSON
     */
    static Contract read(Path file) {
        String name = Document.name(file);
        Document document = Document.read(file, name);
        NotComparableException.throwIfAny(faults(document.root()));
        return new Contract(file, name, document);
    }

    /** Where any of these is wrong, a comparison would be wrong or miss changes. */
    private static Stream<Finding> faults(Place root) {
        Stream<Finding> format = Stream.of(root.property("openapi"))
                .filter(number -> !number.text().startsWith("3.0."))
                .map(number -> number.finding("must be 3.0.x: other versions of OpenAPI are not compared"));
        Stream<Finding> version = Stream.of(version(root))
                .filter(number -> !number.text().matches("\\d{1,9}(\\.\\d{1,9}){2}"))
                .map(number -> number.finding("must be MAJOR.MINOR.PATCH, such as 2.1.0"));
        Stream<Finding> references = root.uses("$ref")
                .filter(reference -> !reference.parent().target().exists())
                .map(reference -> reference.finding("leads nowhere in this document: " + reference.text()));
        return Stream.of(format, version, references).flatMap(findings -> findings);
    }

    Version version() {
        return Version.parse(versionPlace().text());
    }

    /** The first of the numbers of the version: what incompatible changes must raise. */
    int major() {
        return Integer.parseInt(versionPlace().text().split("\\.")[0]);
    }

    Place versionPlace() {
        return version(document.root());
    }

    private static Place version(Place root) {
        return root.property("info").property("version");
    }
}
