package net.ixapi.auth.server.runtime;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the runtime makes of a body, before anything is validated. */
record BodyReading(@Nullable Object value, List<String> violations) {
    private static final JsonMapper JSON = Json.strict();

    static BodyReading of(String body, Class<?> type) {
        return of(body.getBytes(StandardCharsets.UTF_8), type);
    }

    static BodyReading of(byte[] body, Class<?> type) {
        List<FieldError> violations = new ArrayList<>();
        Object value = new JsonBodyParser(JSON).read(body, JSON.constructType(type), violations);
        return new BodyReading(value, lines(violations));
    }

    static List<String> lines(List<FieldError> members) {
        return members.stream()
                .map(member -> member.name() + " " + member.reason())
                .toList();
    }
}
