package net.ixapi.auth.contract.clients;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.function.BiConsumer;
import net.ixapi.auth.openapi.document.PlainJson;

/** What becomes of the responses with a status, beyond the faults of the stub. */
enum Change {
    NONE(0, (server, response) -> {}),
    STATUS_200(201, (server, response) -> response.status(200)),
    MORE_PROPERTIES(201, (server, response) -> {
        ObjectNode pair = json(response).put("expires_in", "soon").putNull("session");
        pair.putObject("user").putArray("roles").add("admin");
        response.json(pair);
    }),
    NO_EXPIRY(
            201, (server, response) -> response.json(json(response).put("access_token", server.tokenWithoutExpiry()))),
    RETRY_AFTER_DATE(
            503,
            (server, response) -> response.header(
                    Header.RETRY_AFTER,
                    DateTimeFormatter.RFC_1123_DATE_TIME.format(
                            server.clock().instant().plusSeconds(3).atZone(ZoneOffset.UTC)))),
    REDIRECT_302(200, (server, response) -> server.redirect(response, Recording.CALL, HttpStatus.FOUND)),
    REDIRECT_307(201, (server, response) -> server.redirect(response, Recording.LOGIN, HttpStatus.TEMPORARY_REDIRECT));

    private final int status;
    private final BiConsumer<ScenarioServer, Context> change;

    Change(int status, BiConsumer<ScenarioServer, Context> change) {
        this.status = status;
        this.change = change;
    }

    void apply(ScenarioServer server, Context response) {
        if (response.statusCode() == status) {
            change.accept(server, response);
        }
    }

    private static ObjectNode json(Context response) {
        return (ObjectNode) PlainJson.read(Objects.requireNonNullElse(response.result(), "{}"));
    }
}
