package net.ixapi.auth.openapi.document;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A place in a document and what stands there, which may be nothing: {@code a.property("b").property("c")} never fails, so that
 * rules need no case for what a document lacks. Immutable.
 */
public final class Place {
    private final Document document;
    private final Place parent;
    private final String name;
    private final int line;
    private final Node node;
    private final Map<String, Place> children = new LinkedHashMap<>();

    private Place(Document document, Place parent, String name, int line, Node node) {
        this.document = document;
        this.parent = parent;
        this.name = name;
        this.line = line;
        this.node = node;
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(this::addProperty);
        } else if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(this::addItem);
        }
    }

    static Place root(Document document, Node node) {
        return new Place(document, null, "", 1, node);
    }

    private void addProperty(NodeTuple property) {
        add(((ScalarNode) property.getKeyNode()).getValue(), property.getKeyNode(), property.getValueNode());
    }

    private void addItem(Node item) {
        add(String.valueOf(children.size()), item, item);
    }

    private void add(String childName, Node start, Node content) {
        int childLine = start.getStartMark().map(mark -> mark.getLine() + 1).orElse(line);
        children.put(childName, new Place(document, this, childName, childLine, content));
    }

    /** The place that holds this one; null for the document as a whole. */
    public Place parent() {
        return parent;
    }

    /** The key or the index under which it stands. */
    public String name() {
        return name;
    }

    /** The line in the file, counted from 1; for what is missing, the line of what lacks it. */
    public int line() {
        return line;
    }

    public boolean exists() {
        return node != null;
    }

    /** The property of an object, or the item of an array, of that name. */
    public Place property(String name) {
        Place child = children.get(name);
        return child == null ? new Place(document, this, name, line, null) : child;
    }

    /** The properties of an object, in the order of the document; empty for anything else. */
    public List<Place> properties() {
        return isObject() ? List.copyOf(children.values()) : List.of();
    }

    /** The items of an array; empty for anything else. */
    public List<Place> items() {
        return isObject() ? List.of() : List.copyOf(children.values());
    }

    /** The properties of the object that a property has, in the order of the document; empty for anything else. */
    public Stream<Place> properties(String property) {
        return property(property).properties().stream();
    }

    /** The items of the array that a property has; empty for anything else. */
    public Stream<Place> items(String property) {
        return property(property).items().stream();
    }

    /** Whether an object stands here: a mapping of YAML. */
    public boolean isObject() {
        return node instanceof MappingNode;
    }

    /** The scalar that stands here; empty if none does. */
    public String text() {
        return node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL) ? scalar.getValue() : "";
    }

    /** The scalar that a property has; empty if it has none. */
    public String text(String property) {
        return property(property).text();
    }

    /** Whether a property is true. */
    public boolean isTrue(String property) {
        return text(property).equals("true");
    }

    /** What stands here, as maps, lists, strings, numbers and booleans. */
    public Object value() {
        return node == null ? null : DocumentReader.value(node);
    }

    /** What stands here as JSON; a missing node for nothing. */
    public JsonNode json() {
        return exists() ? PlainJson.tree(value()) : MissingNode.getInstance();
    }

    /** Each place at or under this one where a keyword is used as one, not as the name of a property or inside an example. */
    public Stream<Place> uses(String keyword) {
        return Keywords.under(this).filter(place -> place.name().equals(keyword));
    }

    public boolean isReference() {
        return property("$ref").exists();
    }

    /** The place that its {@code $ref} names, which may hold another reference; one where nothing stands, if it names none. */
    public Place referred() {
        return follow(text("$ref"));
    }

    /** The place of the document that a reference within it names, such as {@code #/info}; one where nothing stands, for others. */
    public Place follow(String reference) {
        if (!reference.equals("#") && !reference.startsWith("#/")) {
            return nothing();
        }
        Place place = document.root();
        JsonPointer left = JsonPointer.compile(decoded(reference.substring(1)));
        for (; !left.matches(); left = left.tail()) {
            place = place.property(left.getMatchingProperty());
        }
        return place;
    }

    private static String decoded(String fragment) {
        try {
            return URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return fragment; // A bare % stands for itself.
        }
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

    /** The JSON pointer (RFC 6901) to this place: what tells it from all others. */
    public String pointer() {
        return parent == null
                ? ""
                : parent.pointer() + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /** A finding at this place, with file, line and JSON pointer. */
    public Finding finding(String message) {
        String where = document.name() + ":" + line + (parent == null ? "" : " at " + pointer());
        return new Finding(where, message);
    }
}
