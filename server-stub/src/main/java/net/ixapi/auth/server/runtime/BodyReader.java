package net.ixapi.auth.server.runtime;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a JSON body and names every member of a wrong type, not only the first. Immutable. */
final class BodyReader {
    /** A client that got more than this wrong is helped by no longer list. */
    private static final int MOST_MISTAKES = 50;

    private final ObjectMapper json;

    BodyReader(ObjectMapper json) {
        this.json = json;
    }

    /** Null where the body is empty, {@code null} or wrong; what is wrong is added to the mistakes. */
    @Nullable Object read(byte[] body, JavaType type, List<InvalidMember> mistakes) {
        JsonNode tree = parse(body, mistakes);
        while (tree != null && !tree.isNull() && !tree.isMissingNode()) {
            try {
                return json.treeToValue(tree, type);
            } catch (JsonMappingException e) {
                mistakes.add(new InvalidMember(MemberPath.of(e.getPath()), reason(e)));
                if (mistakes.size() >= MOST_MISTAKES || !remove(tree, e.getPath())) {
                    return null;
                }
            } catch (JacksonException e) {
                mistakes.add(new InvalidMember(InvalidMember.BODY, "cannot be read"));
                return null;
            }
        }
        return null;
    }

    private @Nullable JsonNode parse(byte[] body, List<InvalidMember> mistakes) {
        try {
            return json.readTree(body);
        } catch (JacksonException e) {
            mistakes.add(new InvalidMember(InvalidMember.BODY, "is not valid JSON" + at(e.getLocation())));
        } catch (IOException e) {
            mistakes.add(new InvalidMember(InvalidMember.BODY, "is not valid UTF-8"));
        }
        return null;
    }

    private static String at(@Nullable JsonLocation location) {
        return location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    /** Jackson's own message would quote the value, which may be a secret. */
    private static String reason(JsonMappingException e) {
        Class<?> target = e instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        return "must be " + JsonTypeName.of(target);
    }

    /** Takes the wrong value out, so that the next attempt finds the next mistake. False where that is not possible. */
    private static boolean remove(JsonNode tree, List<JsonMappingException.Reference> path) {
        JsonPointer pointer = MemberPath.pointer(path);
        JsonNode parent = pointer.matches() ? null : tree.at(pointer.head());
        if (parent instanceof ObjectNode object) {
            return object.remove(pointer.last().getMatchingProperty()) != null;
        }
        return parent instanceof ArrayNode array
                && !array.set(pointer.last().getMatchingIndex(), (JsonNode) null)
                        .isNull();
    }
}
