package net.ixapi.auth.openapi.document;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.constructor.StandardConstructor;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.AnchorNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Reads YAML, and JSON as the YAML that it is, and knows the line of everything in it. */
final class DocumentReader {
    /** With its aliases written out: ten lines of them can stand for more than a machine has memory. */
    private static final int MAX_VALUES = 2_000_000;

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setSchema(new CoreSchema())
            .setAllowNonScalarKeys(true) // here, to be refused below with its line
            .setMaxAliasesForCollections(MAX_VALUES) // likewise
            .setCodePointLimit(Integer.MAX_VALUE)
            .build();

    private final String name;
    private final int maxValues;
    private final Map<Node, Integer> sizes = new IdentityHashMap<>();

    DocumentReader(String name) {
        this(name, MAX_VALUES);
    }

    DocumentReader(String name, int maxValues) {
        this.name = name;
        this.maxValues = maxValues;
    }

    Node read(Path file) {
        try {
            return parse(Document.bytes(file));
        } catch (NoSuchFileException e) {
            throw new UnreadableDocumentException(name, "there is no file " + file.toAbsolutePath(), e);
        } catch (IOException e) {
            throw new UnreadableDocumentException(name, "cannot be read: " + e.getMessage(), e);
        }
    }

    Node parse(byte[] utf8) {
        try {
            return parse(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new UnreadableDocumentException(name, "is not UTF-8", e);
        }
    }

    Node parse(String text) {
        try {
            StreamReader reader = new StreamReader(SETTINGS, spaced(text));
            Node root = new Composer(SETTINGS, new BoundedParser(SETTINGS, reader, maxValues))
                    .getSingleNode()
                    .orElseThrow(() -> new UnreadableDocumentException(name, "is empty", null));
            size(root);
            value(root); // finds duplicate keys and unknown tags
            return root;
        } catch (MarkedYamlEngineException e) {
            throw unreadable(e.getProblemMark(), e.getProblem(), e);
        } catch (ReaderException e) {
            throw unreadable(text, e);
        } catch (YamlEngineException e) {
            throw new UnreadableDocumentException(name, e.getMessage(), e);
        }
    }

    /** What stands in the node, as maps, lists, strings, numbers and booleans. */
    static Object value(Node node) {
        return new StandardConstructor(SETTINGS).constructSingleDocument(Optional.of(node));
    }

    /** JSON may be indented with tabs, YAML may not; inside a string neither has a bare one that matters. */
    private static String spaced(String text) {
        return text.stripLeading().startsWith("{") ? text.replace('\t', ' ') : text;
    }

    /** How many values stand in the node, an alias counted as what it stands for. */
    private int size(Node node) {
        if (node.isRecursive() || node instanceof AnchorNode) {
            throw unreadable(node.getStartMark(), "an alias leads back to what contains it", null);
        }
        Integer known = sizes.get(node);
        if (known != null) {
            return known;
        }
        int size = 1;
        for (Node child : children(node)) {
            size += size(child); // no overflow: each is below the maximum
            if (size > maxValues) {
                throw unreadable(child.getStartMark(), BoundedParser.tooMany(maxValues), null);
            }
        }
        sizes.put(node, size);
        return size;
    }

    private List<Node> children(Node node) {
        if (node.getTag().equals(Tag.FLOAT) && !Double.isFinite(((Number) value(node)).doubleValue())) {
            // Otherwise it would end whoever reckons with it: it is no number of JSON, or one of too many digits.
            throw unreadable(node.getStartMark(), "a number must be one that a double can hold", null);
        }
        if (node instanceof MappingNode mapping) {
            return mapping.getValue().stream().map(this::valueNode).toList();
        }
        return node instanceof SequenceNode sequence ? sequence.getValue() : List.of();
    }

    private Node valueNode(NodeTuple property) {
        if (!(property.getKeyNode() instanceof ScalarNode)) {
            throw unreadable(property.getKeyNode().getStartMark(), "a key must be a string", null);
        }
        return property.getValueNode();
    }

    private UnreadableDocumentException unreadable(Optional<Mark> mark, String reason, Throwable cause) {
        String position = mark.map(m -> ":" + (m.getLine() + 1) + ":" + (m.getColumn() + 1))
                .orElse("");
        return new UnreadableDocumentException(name + position, reason, cause);
    }

    private UnreadableDocumentException unreadable(String text, ReaderException cause) {
        String before = text.substring(0, text.indexOf(cause.getCodePoint()));
        long line = before.chars().filter(c -> c == '\n').count() + 1;
        int column = before.length() - before.lastIndexOf('\n');
        String reason = "the character U+%04X is not allowed".formatted(cause.getCodePoint());
        return new UnreadableDocumentException(name + ":" + line + ":" + column, reason, cause);
    }
}
