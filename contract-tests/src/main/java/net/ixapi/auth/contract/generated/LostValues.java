package net.ixapi.auth.contract.generated;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.ixapi.auth.contract.document.Member;

/** Compares an answer with the model that was read from it. Immutable, but for the list of what it has found. */
public final class LostValues {
    private final Map<String, Member> documented;
    private final List<String> found = new ArrayList<>();

    private LostValues(List<Member> documented) {
        this.documented = documented.stream()
                .collect(Collectors.toMap(
                        member -> member.pointer().toString(), Function.identity(), (first, second) -> first));
    }

    /**
     * What the model does not have, or has otherwise. It need not have what the document does not describe.
     *
     * @param documented the properties of the answer in the document
     * @param answer the answer
     * @param model the model
     * @return one sentence for each difference, without values; empty where there is none
     */
    public static List<String> between(List<Member> documented, JsonNode answer, Object model) {
        LostValues values = new LostValues(documented);
        values.compare("", answer, Models.written(model));
        return values.found;
    }

    private void compare(String pointer, JsonNode answer, JsonNode model) {
        if (answer.isObject() && model.isObject()) {
            model.forEachEntry((name, value) -> property(pointer + "/" + name, answer.path(name), value));
            answer.forEachEntry((name, value) -> {
                if (!value.isNull() && !model.has(name) && documented.containsKey(pointer + "/" + name)) {
                    found.add(pointer + "/" + name + " is lost");
                }
            });
        } else if (answer.isArray() && model.isArray() && answer.size() == model.size()) {
            for (int i = 0; i < answer.size(); i++) {
                compare(pointer + "/0", answer.path(i), model.path(i));
            }
        } else if (!isSame(answer, model)) {
            found.add((pointer.isEmpty() ? "the body" : pointer) + " has another value");
        }
    }

    /** The model may have a default where the answer leaves out what it may. */
    private void property(String pointer, JsonNode answer, JsonNode model) {
        Member member = documented.get(pointer);
        if (!answer.isMissingNode()
                || member == null
                || member.required()
                || !member.schema().has("default")) {
            compare(pointer, answer, model);
        }
    }

    private static boolean isSame(JsonNode answer, JsonNode model) {
        if (answer.isNumber() && model.isNumber()) {
            return answer.decimalValue().compareTo(model.decimalValue()) == 0;
        }
        return answer.equals(model) || answer.isTextual() && model.isTextual() && isSameTime(answer, model);
    }

    private static boolean isSameTime(JsonNode answer, JsonNode model) {
        try {
            return OffsetDateTime.parse(answer.asText()).isEqual(OffsetDateTime.parse(model.asText()));
        } catch (DateTimeException e) {
            return false;
        }
    }
}
