package net.ixapi.auth.server.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and checks the parts of requests. Immutable and safe for many threads. */
final class Requests {
    private final ObjectMapper text = Json.ofText();
    private final ObjectMapper json = Json.strict();
    private final BodyReader bodies = new BodyReader(json);
    private final RequestValidator validator = new RequestValidator(json);
    private final BodyBytes bytes;

    Requests(int mostBodyBytes) {
        this.bytes = new BodyBytes(mostBodyBytes);
    }

    @Nullable Object body(Context context, Operation operation, Type type, List<InvalidMember> mistakes) {
        byte[] body = bytes.read(context, operation);
        return bodies.read(body, json.constructType(type), mistakes);
    }

    @Nullable Object parameter(String name, @Nullable String value, Type type, List<InvalidMember> mistakes) {
        if (value == null) {
            return null;
        }
        JavaType target = text.constructType(type);
        return converted(name, target.isCollectionLikeType() ? List.of(value.split(",", -1)) : value, target, mistakes);
    }

    @Nullable Object values(String name, List<String> values, Type type, List<InvalidMember> mistakes) {
        return values.isEmpty() ? null : converted(name, values, text.constructType(type), mistakes);
    }

    List<InvalidMember> check(Object input) {
        return validator.check(input);
    }

    byte[] write(Object body, @Nullable TypeReference<?> type) throws JsonProcessingException {
        return type == null
                ? json.writeValueAsBytes(body)
                : json.writerFor(type).writeValueAsBytes(body);
    }

    private @Nullable Object converted(String name, Object value, JavaType type, List<InvalidMember> mistakes) {
        try {
            return text.convertValue(value, type);
        } catch (IllegalArgumentException e) {
            JavaType single = type.isCollectionLikeType() ? type.getContentType() : type;
            mistakes.add(new InvalidMember(name, "must be " + JsonTypeName.of(single.getRawClass())));
            return null;
        }
    }
}
