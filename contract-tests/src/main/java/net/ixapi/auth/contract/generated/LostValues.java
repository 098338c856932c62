package net.ixapi.auth.contract.generated;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.ixapi.auth.contract.document.Property;

/** Compares a response with the model that was read from it. Immutable, but for the list of what it has found. */
record LostValues(Map<String, Property> documented, List<String> found) {
    /**
     * What the model does not have, or has otherwise. It need not have what the document does not describe.
     *
     * @param documented the properties of the response in the document
     * @param response the response
     * @param model the model
     * @return one sentence for each difference, without values; empty where there is none
     */
    static List<String> between(List<Property> documented, JsonNode response, Object model) {
        Map<String, Property> byPointer = new HashMap<>();
        documented.forEach(property -> byPointer.put(property.pointer().toString(), property));
        LostValues values = new LostValues(byPointer, new ArrayList<>());
        values.compare("", response, Models.written(model));
        return values.found;
    }

    private void compare(String pointer, JsonNode response, JsonNode model) {
        if (response.isObject() && model.isObject()) {
            model.forEachEntry((name, value) -> property(pointer + "/" + name, response.path(name), value));
            response.forEachEntry((name, value) -> {
                if (!value.isNull() && !model.has(name) && documented.containsKey(pointer + "/" + name)) {
                    found.add(pointer + "/" + name + " is lost");
                }
            });
        } else if (response.isArray() && model.isArray() && response.size() == model.size()) {
            for (int i = 0; i < response.size(); i++) {
                compare(pointer + "/0", response.path(i), model.path(i));
            }
        } else if (!isSame(response, model)) {
            found.add((pointer.isEmpty() ? "the body" : pointer) + " has another value");
        }
    }

    /** The model may have a default where the response leaves out what it may. */
    private void property(String pointer, JsonNode response, JsonNode model) {
        Property property = documented.get(pointer);
        if (!response.isMissingNode()
                || property == null
                || property.required()
                || !property.schema().has("default")) {
            compare(pointer, response, model);
        }
    }

    private static boolean isSame(JsonNode response, JsonNode model) {
        if (response.isNumber() && model.isNumber()) {
            return response.decimalValue().compareTo(model.decimalValue()) == 0;
        }
        boolean equal = response.equals(model) && !model.isMissingNode();
        return equal || response.isTextual() && model.isTextual() && isSameTime(response, model);
    }

    private static boolean isSameTime(JsonNode response, JsonNode model) {
        try {
            return OffsetDateTime.parse(response.asText()).isEqual(OffsetDateTime.parse(model.asText()));
        } catch (DateTimeException e) {
            return false;
        }
    }
}
