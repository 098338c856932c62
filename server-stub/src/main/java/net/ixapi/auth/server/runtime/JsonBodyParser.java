package net.ixapi.auth.server.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a JSON body and names every member of a wrong type, not only the first. Immutable. */
final class JsonBodyParser {
    private final ObjectMapper json;

    JsonBodyParser(ObjectMapper json) {
        this.json = json;
    }

    /** Null where the body is empty, {@code null} or wrong; what is wrong is added to the violations. */
    @Nullable Object read(byte[] body, JavaType type, List<FieldError> violations) {
        try {
            // Jackson itself would take UTF-16 and UTF-32 too (RFC 8259, section 8.1).
            return read(UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString(), type, violations);
        } catch (CharacterCodingException e) {
            violations.add(new FieldError(FieldError.BODY, "is not valid UTF-8"));
            return null;
        }
    }

    private @Nullable Object read(String body, JavaType type, List<FieldError> violations) {
        try {
            return json.readValue(body, type);
        } catch (JacksonException e) {
            // It stops at the first violation.
            return readMemberByMember(parse(body, violations), type, violations);
        }
    }

    private @Nullable Object readMemberByMember(@Nullable JsonNode tree, JavaType type, List<FieldError> violations) {
        while (tree != null && !tree.isNull() && !tree.isMissingNode()) {
            try {
                return json.treeToValue(tree, type);
            } catch (JsonMappingException e) {
                violations.add(new FieldError(PropertyPath.of(e.getPath()), reason(e)));
                if (violations.size() >= FieldError.MAX || !remove(tree, e.getPath())) {
                    return null;
                }
            } catch (JacksonException e) {
                violations.add(new FieldError(FieldError.BODY, "cannot be read"));
                return null;
            }
        }
        return null;
    }

    private @Nullable JsonNode parse(String body, List<FieldError> violations) {
        try {
            return json.readTree(body);
        } catch (StreamConstraintsException e) {
            violations.add(new FieldError(
                    FieldError.BODY, "is nested too deeply, or has a name or a number that is too long"));
        } catch (JacksonException e) {
            violations.add(new FieldError(FieldError.BODY, "is not valid JSON" + at(e.getLocation())));
        }
        return null;
    }

    private static String at(@Nullable JsonLocation location) {
        return location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    /** Jackson's own message would quote the value, which may be a secret. */
    private static String reason(JsonMappingException e) {
        return e instanceof UnrecognizedPropertyException unknown
                ? "is unknown: there are " + members(unknown)
                : "must be " + JsonTypeName.of(target(e));
    }

    private static String members(UnrecognizedPropertyException e) {
        return e.getKnownPropertyIds().stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    private static @Nullable Class<?> target(JsonMappingException e) {
        if (e instanceof MismatchedInputException mismatch) {
            return mismatch.getTargetType();
        } else if (e instanceof ValueInstantiationException refused) {
            return refused.getType().getRawClass();
        }
        return e.getCause() instanceof InputCoercionException overflow ? overflow.getTargetType() : null;
    }

    /** Takes the wrong value out, so that the next attempt finds the next violation. False where that is not possible. */
    private static boolean remove(JsonNode tree, List<JsonMappingException.Reference> path) {
        JsonPointer pointer = PropertyPath.pointer(path);
        JsonNode parent = pointer.matches() ? null : tree.at(pointer.head());
        if (parent instanceof ObjectNode object) {
            return object.remove(pointer.last().getMatchingProperty()) != null;
        }
        return parent instanceof ArrayNode array
                && !array.set(pointer.last().getMatchingIndex(), (JsonNode) null)
                        .isNull();
    }
}
