package net.ixapi.auth.server.runtime;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the runtime makes of a body, before anything is validated. */
record BodyReading(@Nullable Object value, List<String> mistakes) {
    private static final JsonMapper JSON = Json.strict();

    static BodyReading of(String body, Class<?> type) {
        return of(body.getBytes(StandardCharsets.UTF_8), type);
    }

    static BodyReading of(byte[] body, Class<?> type) {
        List<InvalidMember> mistakes = new ArrayList<>();
        Object value = new BodyReader(JSON).read(body, JSON.constructType(type), mistakes);
        return new BodyReading(value, lines(mistakes));
    }

    static List<String> lines(List<InvalidMember> members) {
        return members.stream()
                .map(member -> member.name() + " " + member.reason())
                .toList();
    }
}
