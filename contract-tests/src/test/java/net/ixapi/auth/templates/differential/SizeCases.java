package net.ixapi.auth.templates.differential;

import static net.ixapi.auth.templates.differential.Samples.JSON;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import net.ixapi.auth.templates.differential.ScalarCases.Adder;

/** Lists and objects on both sides of their bounds. */
final class SizeCases {
    /** More do not fit into what a server accepts. */
    private static final int MAX_ITEMS = 500;

    private SizeCases() {}

    static void items(Shape shape, boolean asText, Adder here) {
        int min = shape.count("minItems", 0);
        int max = shape.count("maxItems", -1);
        if (min > (asText ? 1 : 0)) {
            here.add("minItems", "with too few items", false, Samples.array(shape, true, min - 1));
        } else {
            here.cannotBreak(
                    "minItems",
                    min == 0 ? "no list has less than 0 items" : "a list of no items cannot be a parameter");
        }
        if (max > MAX_ITEMS) {
            here.cannotBreak("maxItems", "more items are too long to be sent");
        } else if (max >= 0) {
            here.add("maxItems", "with too many items", false, Samples.array(shape, true, max + 1));
            if (!(asText && max == 0)) {
                here.add("maxItems", "with all its items", true, Samples.array(shape, true, max));
            }
        }
    }

    static void unique(Shape shape, JsonNode good, Adder here) {
        if (shape.count("maxItems", -1) == 1) {
            here.cannotBreak("uniqueItems", "one item is never there twice");
        } else if (shape.isTrue("uniqueItems")) {
            here.add("uniqueItems", "with an item twice", false, ((ArrayNode) good.deepCopy()).add(good.get(0)));
        }
    }

    static void properties(Shape shape, JsonNode good, Adder here) {
        int min = shape.count("minProperties", 0);
        if (min > 0) {
            ObjectNode fewer = good.deepCopy();
            while (fewer.size() >= min) {
                fewer.remove(fewer.fieldNames().next());
            }
            here.add("minProperties", "with too few properties", false, fewer);
        } else {
            here.cannotBreak("minProperties", "no object has less than 0 properties");
        }
        int max = shape.count("maxProperties", -1);
        if (max > MAX_ITEMS) {
            here.cannotBreak("maxProperties", "more properties are too long to be sent");
        } else if (max >= 0) {
            ObjectNode more = good.deepCopy();
            for (int i = more.size(); i <= max; i++) {
                more.set(
                        "more" + i,
                        good.isEmpty() ? JSON.textNode("x") : good.iterator().next());
            }
            here.add("maxProperties", "with too many properties", false, more);
        }
    }
}
