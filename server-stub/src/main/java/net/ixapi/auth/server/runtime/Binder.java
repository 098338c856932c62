package net.ixapi.auth.server.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.temporal.Temporal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes objects of JSON. Safe for many threads. */
final class Binder {
    private final ObjectMapper json;

    /** As many as the document has types. Jackson remembers them too, but looks for longer. */
    private final Map<Type, JavaType> types = new ConcurrentHashMap<>();

    Binder(ObjectMapper json) {
        this.json = json;
    }

    ObjectMapper json() {
        return json;
    }

    /**
     * The value of a type.
     *
     * @param name what stands before the names of its properties; empty for a body
     * @throws InvalidRequestException if the type cannot hold the value; Jackson's own message would quote it
     */
    @Nullable Object bind(JsonNode value, Type type, String name) {
        try {
            return json.treeToValue(value, types.computeIfAbsent(type, json::constructType));
        } catch (JsonProcessingException e) {
            PropertyPath path = new PropertyPath(name);
            if (e instanceof JsonMappingException mapping) {
                mapping.getPath().forEach(step -> path.append(step.getFieldName(), step.getIndex()));
            }
            throw new InvalidRequestException(path.toString(), reason(e));
        } catch (DateTimeException e) {
            // Jackson wraps it only within a property.
            throw new InvalidRequestException(
                    new PropertyPath(name).toString(), "must be " + JsonTypeName.of(Temporal.class));
        }
    }

    private static String reason(JsonProcessingException e) {
        return e instanceof UnrecognizedPropertyException unknown
                ? "is unknown: there are "
                        + unknown.getKnownPropertyIds().stream()
                                .map(Object::toString)
                                .sorted()
                                .collect(Collectors.joining(", "))
                : "must be " + JsonTypeName.of(target(e));
    }

    private static @Nullable Class<?> target(JsonProcessingException e) {
        if (e instanceof MismatchedInputException mismatch) {
            return mismatch.getTargetType();
        } else if (e instanceof ValueInstantiationException refused) {
            return refused.getType().getRawClass();
        }
        // Within a property it is the cause of what has the path.
        Throwable refusal = e.getCause() == null ? e : e.getCause();
        if (refusal instanceof DateTimeException) {
            return Temporal.class;
        }
        return refusal instanceof InputCoercionException overflow ? overflow.getTargetType() : null;
    }
}
