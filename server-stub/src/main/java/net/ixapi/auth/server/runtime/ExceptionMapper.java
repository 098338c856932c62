package net.ixapi.auth.server.runtime;

import com.fasterxml.jackson.databind.ObjectWriter;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.io.UncheckedIOException;
import net.ixapi.auth.openapi.document.PlainJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns every exception of a handler, and of Javalin's router, into a problem. Immutable and safe for many threads. */
record ExceptionMapper(Problems problems, ObjectWriter json) {
    private static final Logger LOG = LoggerFactory.getLogger(ExceptionMapper.class);

    void install(JavalinConfig config) {
        config.routes.exception(
                InvalidRequestException.class,
                (e, context) -> write(context, 400, problems.invalidRequest(e.errors())));
        config.routes.exception(ProblemException.class, (e, context) -> write(context, e.status(), e.body()));
        config.routes.exception(NotImplementedException.class, (e, context) -> http(context, 501, e.getMessage()));
        config.routes.exception(HttpResponseException.class, this::httpError);
        config.routes.exception(Exception.class, this::fault);
    }

    private void httpError(HttpResponseException e, Context context) {
        String allowed = e.getDetails().get("availableMethods");
        if (allowed != null) {
            context.header(Header.ALLOW, allowed);
        }
        http(context, e.getStatus(), detail(e, context));
    }

    private static String detail(HttpResponseException e, Context context) {
        return switch (e.getStatus()) {
            case 404 -> "There is nothing at this address.";
            case 405 ->
                isPreflight(context)
                        ? "This server does not let pages of other origins call it (CORS)."
                                + " Call it from a program, or from its own page."
                        : "This address does not have this method.";
            default -> String.valueOf(e.getMessage());
        };
    }

    /** https://fetch.spec.whatwg.org/#cors-preflight-request */
    private static boolean isPreflight(Context context) {
        return context.method().name().equals("OPTIONS") && context.header("Access-Control-Request-Method") != null;
    }

    /** The log names the operation, not the path: a path may hold what only its sender may know. */
    void fault(Throwable e, Context context) {
        LOG.error("{} {} failed: {}", context.endpoint().method, context.endpoint().path, RedactedTrace.of(e, context));
        http(context, 500, "The server failed. Its log says more.");
    }

    private void http(Context context, int status, String detail) {
        Object problem = problems.httpError(status, HttpStatus.forStatus(status).getMessage(), detail);
        try {
            JavalinApi.respond(context, status, PlainJson.bytes(json, problem), JavalinApi.JSON);
        } catch (UncheckedIOException e) {
            // Thrown on, it would end up in Javalin's log with a message that may hold anything.
            LOG.error("Not to be written as JSON: {}", problem.getClass().getName());
            context.status(500);
        }
    }

    private void write(Context context, int status, Object body) {
        try {
            JavalinApi.respond(context, status, PlainJson.bytes(json, body), JavalinApi.JSON);
        } catch (UncheckedIOException e) {
            fault(e, context);
        }
    }
}
