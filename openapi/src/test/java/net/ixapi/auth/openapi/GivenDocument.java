package net.ixapi.auth.openapi;

import java.net.URISyntaxException;
import java.nio.file.Path;

/**
 * A document that the build is for.
 *
 * @param start where Maven was started, which is not where the tests of a module run
 * @param path the path of the document, absolute or from there
 */
record GivenDocument(Path start, Path path) {
    /** What {@code -Dopenapi.document=PATH} names, or else the contract. */
    static GivenDocument ofThisBuild() throws URISyntaxException {
        Path start = Path.of(System.getProperty("maven.launch.directory", "")).toAbsolutePath();
        String given = System.getProperty("given.document");
        return new GivenDocument(start, given == null ? Contract.file() : Path.of(given));
    }

    Path file() {
        return start.resolve(path).normalize();
    }

    /** What findings call it: its path from where Maven was started, if it is below there, so that it reads well. */
    String name() {
        return (file().startsWith(start) ? start.relativize(file()) : file()).toString();
    }
}
