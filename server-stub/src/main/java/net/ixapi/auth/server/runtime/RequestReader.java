package net.ixapi.auth.server.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.HttpConfig;
import io.javalin.http.Context;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Reads and checks the parts of requests. Safe for many threads. */
final class RequestReader {
    private final ObjectMapper json = Json.strict();
    private final JsonBodyParser bodies = new JsonBodyParser(json);
    private final RequestValidator validator = new RequestValidator(json);
    private final RequestBodyReader bytes;

    /** As many as the document has bodies. Jackson remembers them too, but looks for longer. */
    private final Map<Type, JavaType> types = new ConcurrentHashMap<>();

    /** Made for the first parameter: some APIs have none. */
    private static final class Parameters {
        static final ObjectMapper TEXT = Json.ofText();
    }

    RequestReader(HttpConfig limits) {
        this.bytes = new RequestBodyReader(limits);
    }

    @Nullable Object body(Context context, Operation operation, Type type, List<FieldError> violations) {
        byte[] body = bytes.read(context, operation);
        return bodies.read(body, types.computeIfAbsent(type, json::constructType), violations);
    }

    @Nullable Object parameter(String name, @Nullable String value, Type type, List<FieldError> violations) {
        if (value == null) {
            return null;
        }
        JavaType target = Parameters.TEXT.constructType(type);
        return converted(
                name, target.isCollectionLikeType() ? List.of(value.split(",", -1)) : value, target, violations);
    }

    @Nullable Object values(String name, List<String> values, Type type, List<FieldError> violations) {
        return values.isEmpty() ? null : converted(name, values, Parameters.TEXT.constructType(type), violations);
    }

    List<FieldError> check(Object input) {
        return validator.check(input);
    }

    byte[] write(Object body, @Nullable TypeReference<?> type) throws JsonProcessingException {
        return type == null
                ? json.writeValueAsBytes(body)
                : json.writerFor(type).writeValueAsBytes(body);
    }

    private @Nullable Object converted(String name, Object value, JavaType type, List<FieldError> violations) {
        try {
            Object converted = Parameters.TEXT.convertValue(value, type);
            if (isWhole(converted)) {
                return converted;
            }
        } catch (IllegalArgumentException e) {
            // Jackson's own message would quote the value.
        }
        JavaType single = type.isCollectionLikeType() ? type.getContentType() : type;
        violations.add(new FieldError(name, "must be " + JsonTypeName.of(single.getRawClass())));
        return null;
    }

    /** Jackson makes null of "" and "null" where the type is no text. */
    private static boolean isWhole(@Nullable Object converted) {
        return converted instanceof Collection<?> values
                ? values.stream().noneMatch(Objects::isNull)
                : converted != null;
    }
}
