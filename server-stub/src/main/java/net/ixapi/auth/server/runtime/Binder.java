package net.ixapi.auth.server.runtime;

import java.lang.reflect.Type;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

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
        } catch (JacksonException e) {
            PropertyPath path = new PropertyPath(name);
            e.getPath().forEach(step -> path.append(step.getPropertyName(), step.getIndex()));
            throw new InvalidRequestException(path.toString(), reason(e));
        }
    }

    private static String reason(JacksonException e) {
        return e instanceof UnrecognizedPropertyException unknown
                ? "is unknown: there are "
                        + unknown.getKnownPropertyIds().stream()
                                .map(Object::toString)
                                .sorted()
                                .collect(Collectors.joining(", "))
                : "must be " + JsonTypeName.of(target(e));
    }

    private static @Nullable Class<?> target(JacksonException e) {
        if (e instanceof MismatchedInputException mismatch) {
            return mismatch.getTargetType();
        } else if (e instanceof ValueInstantiationException refused) {
            return refused.getType().getRawClass();
        }
        return e instanceof InputCoercionException overflow ? overflow.getTargetType() : null;
    }
}
