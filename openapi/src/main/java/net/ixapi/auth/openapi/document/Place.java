package net.ixapi.auth.openapi.document;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A place in a document and what stands there, which may be nothing: {@code a.member("b").member("c")} never fails, so that rules
 * need no case for what a document lacks.
 */
public final class Place {
    private final Document document;
    private final Place parent;
    private final String name;
    private final int line;
    private final Node node;

    private Place(Document document, Place parent, String name, int line, Node node) {
        this.document = document;
        this.parent = parent;
        this.name = name;
        this.line = line;
        this.node = node;
    }

    static Place root(Document document, Node node) {
        return new Place(document, null, "", 1, node);
    }

    public Place parent() {
        return parent;
    }

    /** The key or the index under which it stands. */
    public String name() {
        return name;
    }

    public boolean exists() {
        return node != null;
    }

    /** The member of a map, or the item of a list, of that name. */
    public Place member(String name) {
        return children().stream()
                .filter(child -> child.name.equals(name))
                .findFirst()
                .orElseGet(() -> new Place(document, this, name, line, null));
    }

    public List<Place> members() {
        return isMap() ? children() : List.of();
    }

    public List<Place> items() {
        return isList() ? children() : List.of();
    }

    boolean isMap() {
        return node instanceof MappingNode;
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    List<Place> children() {
        if (node instanceof MappingNode mapping) {
            return mapping.getValue().stream().map(this::child).toList();
        }
        if (node instanceof SequenceNode sequence) {
            List<Node> items = sequence.getValue();
            return IntStream.range(0, items.size())
                    .mapToObj(index -> child(String.valueOf(index), items.get(index), items.get(index)))
                    .toList();
        }
        return List.of();
    }

    private Place child(NodeTuple member) {
        return child(((ScalarNode) member.getKeyNode()).getValue(), member.getKeyNode(), member.getValueNode());
    }

    private Place child(String name, Node start, Node content) {
        int startLine = start.getStartMark().map(mark -> mark.getLine() + 1).orElse(line);
        return new Place(document, this, name, startLine, content);
    }

    /** The scalar that stands here; empty if none does. */
    public String text() {
        return node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL) ? scalar.getValue() : "";
    }

    public boolean isBlank() {
        return text().isBlank();
    }

    /** What stands here, as maps, lists, strings, numbers and booleans. */
    public Object value() {
        return node == null ? null : DocumentReader.value(node);
    }

    /** Each place at or under this one where a keyword is used as one, not as the name of a property or inside an example. */
    public Stream<Place> uses(String keyword) {
        return Keywords.under(this).filter(place -> place.name().equals(keyword));
    }

    public boolean isReference() {
        return member("$ref").exists();
    }

    /** The place that its {@code $ref} names, which may hold another reference; one where nothing stands, if it names none. */
    public Place referred() {
        return JsonPointer.follow(document.root(), member("$ref").text()).orElseGet(this::nothing);
    }

    /** This place, or the one that its {@code $ref} leads to at last; one where nothing stands, if it leads nowhere. */
    public Place target() {
        Set<String> seen = new HashSet<>();
        Place place = this;
        while (place.isReference()) {
            place = seen.add(place.pointer()) ? place.referred() : nothing();
        }
        return place;
    }

    private Place nothing() {
        return new Place(document, parent, name, line, null);
    }

    /** The JSON pointer to this place: what tells it from all others. */
    public String pointer() {
        return parent == null ? "" : JsonPointer.append(parent.pointer(), name);
    }

    public Finding finding(String message) {
        String where = document.name() + ":" + line + (parent == null ? "" : " at " + pointer());
        return new Finding(where, message);
    }
}
