package net.ixapi.auth.contract.broken;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import net.ixapi.auth.contract.wire.Header;
import net.ixapi.auth.contract.wire.Response;

/** Responses, and ways to spoil them. */
public final class Responses {
    /** No answer: the connection is closed. */
    static final Response NONE = new Response(0, List.of(), new byte[0]);

    private static final String TYPES = "https://errors.ix-api.net/v2/";

    private Responses() {}

    static Response json(int status, String body) {
        return new Response(status, List.of(new Header("Content-Type", "application/json")), bytes(body));
    }

    static Response unauthenticated() {
        Response plain =
                json(401, "{\"type\":\"" + TYPES + "authentication-error.html\",\"title\":\"No\",\"status\":401}");
        return header("WWW-Authenticate", "Bearer").apply(plain);
    }

    static Response invalid(String property) {
        return json(
                400,
                "{\"type\":\"" + TYPES + "validation-error.html\",\"status\":400,\"properties\":[{\"name\":\""
                        + property + "\",\"reason\":\"no\"}]}");
    }

    public static UnaryOperator<Response> status(int status) {
        return response -> new Response(status, response.headers(), response.body());
    }

    public static UnaryOperator<Response> body(UnaryOperator<String> change) {
        return response -> new Response(response.status(), response.headers(), bytes(change.apply(response.text())));
    }

    static UnaryOperator<Response> replaced(String old, String replacement) {
        return body(text -> text.replace(old, replacement));
    }

    public static UnaryOperator<Response> header(String name, String value) {
        return response -> {
            List<Header> headers = new ArrayList<>(response.headers());
            headers.removeIf(header -> header.name().equalsIgnoreCase(name));
            if (!value.isEmpty()) {
                headers.add(new Header(name, value));
            }
            return new Response(response.status(), headers, response.body());
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
