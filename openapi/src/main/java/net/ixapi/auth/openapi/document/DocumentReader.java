package net.ixapi.auth.openapi.document;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.constructor.StandardConstructor;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.AnchorNode;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Reads YAML, and JSON as the YAML that it is, and knows the line of everything in it. */
final class DocumentReader {
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setSchema(new CoreSchema())
            .setAllowNonScalarKeys(true) // here, to be refused below with its line
            .setCodePointLimit(Integer.MAX_VALUE)
            .build();

    private final String name;

    DocumentReader(String name) {
        this.name = name;
    }

    Node read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new UnreadableDocumentException(name, "there is no file " + file.toAbsolutePath(), e);
        } catch (CharacterCodingException e) {
            throw new UnreadableDocumentException(name, "is not UTF-8", e);
        } catch (IOException e) {
            throw new UnreadableDocumentException(name, "cannot be read: " + file.toAbsolutePath(), e);
        }
    }

    Node parse(String text) {
        try {
            Node root = new Compose(SETTINGS)
                    .composeString(spaced(text))
                    .orElseThrow(() -> new UnreadableDocumentException(name, "is empty", null));
            requireTree(root);
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

    private void requireTree(Node node) {
        if (node.isRecursive() || node instanceof AnchorNode) {
            throw unreadable(node.getStartMark(), "an alias leads back to what contains it", null);
        }
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(this::requireTree);
        } else if (node instanceof CollectionNode<?> sequence) {
            sequence.getValue().forEach(item -> requireTree((Node) item));
        }
    }

    private void requireTree(NodeTuple member) {
        if (!(member.getKeyNode() instanceof ScalarNode)) {
            throw unreadable(member.getKeyNode().getStartMark(), "a key must be a string", null);
        }
        requireTree(member.getValueNode());
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
