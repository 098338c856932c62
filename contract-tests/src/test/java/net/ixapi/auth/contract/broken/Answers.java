package net.ixapi.auth.contract.broken;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import net.ixapi.auth.contract.wire.Answer;
import net.ixapi.auth.contract.wire.Header;

/** Answers, and ways to spoil them. */
final class Answers {
    /** No answer: the connection is closed. */
    static final Answer NONE = new Answer(0, List.of(), new byte[0]);

    private static final String TYPES = "https://errors.ix-api.net/v2/";

    private Answers() {}

    static Answer json(int status, String body) {
        return new Answer(status, List.of(new Header("Content-Type", "application/json")), bytes(body));
    }

    static Answer unauthenticated() {
        return json(401, "{\"type\":\"" + TYPES + "authentication-error.html\",\"title\":\"No\",\"status\":401}");
    }

    static Answer invalid(String member) {
        return json(
                400,
                "{\"type\":\"" + TYPES + "validation-error.html\",\"status\":400,\"properties\":[{\"name\":\"" + member
                        + "\",\"reason\":\"no\"}]}");
    }

    static UnaryOperator<Answer> status(int status) {
        return answer -> new Answer(status, answer.headers(), answer.body());
    }

    static UnaryOperator<Answer> body(UnaryOperator<String> change) {
        return answer -> new Answer(answer.status(), answer.headers(), bytes(change.apply(answer.text())));
    }

    static UnaryOperator<Answer> replaced(String old, String replacement) {
        return body(text -> text.replace(old, replacement));
    }

    static UnaryOperator<Answer> header(String name, String value) {
        return answer -> {
            List<Header> headers = new ArrayList<>(answer.headers());
            headers.removeIf(header -> header.name().equalsIgnoreCase(name));
            if (!value.isEmpty()) {
                headers.add(new Header(name, value));
            }
            return new Answer(answer.status(), headers, answer.body());
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
