package net.ixapi.auth.openapi.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.Node;

/** An OpenAPI document, read but not judged: nothing that it lacks or has wrong makes a method here fail. */
public final class Document {
    /** Above the largest public OpenAPI documents; what is larger is more likely the wrong file. */
    private static final int MAX_MEBIBYTES = 16;

    private final String name;
    private final Place root;

    private Document(String name, Node root) {
        this.name = name;
        this.root = Place.root(this, root);
    }

    /**
     * Reads a document.
     *
     * @param name what findings call the file
     * @throws UnreadableDocumentException if there is no such file, or it is neither YAML nor JSON
     */
    public static Document read(Path file, String name) {
        return new Document(name, new DocumentReader(name).read(file));
    }

    /**
     * Reads a document from its bytes.
     *
     * @throws UnreadableDocumentException if they are not UTF-8, or neither YAML nor JSON
     */
    public static Document parse(byte[] utf8, String name) {
        return new Document(name, new DocumentReader(name).parse(utf8));
    }

    /**
     * Reads a document from its text.
     *
     * @throws UnreadableDocumentException if it is neither YAML nor JSON
     */
    public static Document parse(String text, String name) {
        return new Document(name, new DocumentReader(name).parse(text));
    }

    /**
     * What stands in any file that a user names, such as a document.
     *
     * @throws IOException if it cannot be read, or is larger than {@value #MAX_MEBIBYTES} MiB, as a device without an end is
     */
    public static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes((MAX_MEBIBYTES << 20) + 1);
            if (bytes.length > MAX_MEBIBYTES << 20) {
                throw new IOException("it is larger than " + MAX_MEBIBYTES + " MiB");
            }
            return bytes;
        }
    }

    /** What findings call a file: its path from the working directory, if it is below there, so that it reads well. */
    public static String name(Path file) {
        Path start = Path.of("").toAbsolutePath();
        Path path = file.toAbsolutePath().normalize();
        return (path.startsWith(start) ? start.relativize(path) : path).toString();
    }

    String name() {
        return name;
    }

    public Place root() {
        return root;
    }

    public List<Operation> operations() {
        return root.properties("paths")
                .filter(path -> path.name().startsWith("/"))
                .flatMap(path -> Operation.of(path.name(), path.target()))
                .toList();
    }

    /** Each component of a kind, such as {@code schemas}. */
    public List<Place> components(String kind) {
        return root.property("components").property(kind).properties();
    }
}
