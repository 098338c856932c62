package net.ixapi.auth.server.runtime;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.HttpConfig;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.Header;
import io.javalin.router.Endpoint;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.ixapi.auth.openapi.document.PlainJson;
import org.jspecify.annotations.Nullable;

/**
 * Serves generated routes with Javalin 7: {@code Javalin.create(config -> JavalinApi.install(config, …))}. Every error,
 * whichever layer finds it, is answered as a problem.
 */
public final class JavalinApi {
    /** How much of an answer Javalin copies at once. It makes and clears room for so much in each request: otherwise 32 kB. */
    private static final int COPIED_BYTES = 2048;

    static final String JSON = "application/json";

    private final Binder ofDocument = new Binder(Json.ofDocument());

    private final Binder strict = new Binder(Json.strict());
    private final RequestBodyReader bodies;
    private final ExceptionMapper errors;

    private JavalinApi(HttpConfig limits, Problems problems) {
        this.bodies = new RequestBodyReader(limits);
        this.errors = new ExceptionMapper(problems, (context, status, body) -> answer(context, status, body, null));
    }

    /**
     * Registers the routes and sets what they need of Javalin. A {@code GET} answers {@code HEAD} too, but for the body,
     * where the document has no {@code HEAD} of its own. Bodies may be as long as {@code config.http.maxRequestSize} says.
     *
     * @param config the configuration of a server that is not started yet
     * @param basePath the path before all routes, such as {@code /api/v2}; may be empty
     * @param routes the routes of one or several APIs
     * @param problems the bodies of errors
     * @throws IllegalArgumentException if two routes would answer the same requests
     */
    public static void install(JavalinConfig config, String basePath, List<ApiRoute> routes, Problems problems) {
        Set<String> keys = distinctKeys(routes);
        JavalinApi api = new JavalinApi(config.http, problems);
        // A path that the document does not have is answered with 404, a trailing slash included.
        config.router.ignoreTrailingSlashes = false;
        config.http.prefer405over404 = true;
        config.http.responseBufferSize = COPIED_BYTES;
        config.startup.showJavalinBanner = false;
        concreteFirst(routes).forEach(route -> {
            config.routes.addEndpoint(api.endpoint(route.operation().method(), basePath, route));
            if (route.operation().method().equals("GET")
                    && !keys.contains(route.operation().key("HEAD"))) {
                config.routes.addEndpoint(api.endpoint("HEAD", basePath, route));
            }
        });
        api.errors.install(config);
        config.jetty.modifyHttpConfiguration(HttpRules::install);
        config.jetty.modifyServer(server -> server.setErrorHandler(new ConnectionErrors(problems, api.strict.json())));
    }

    private static Set<String> distinctKeys(List<ApiRoute> routes) {
        Set<String> seen = new HashSet<>();
        for (ApiRoute route : routes) {
            if (!seen.add(route.operation().key())) {
                throw new IllegalArgumentException(
                        "Two operations answer " + route.operation().key());
            }
        }
        return seen;
    }

    /** OpenAPI 3.0.3, Paths Object: concrete paths are matched before templated ones; Javalin takes the first that fits. */
    private static List<ApiRoute> concreteFirst(List<ApiRoute> routes) {
        return routes.stream()
                .sorted(Comparator.comparing(route -> route.operation().key().replace("{}", "\uffff")))
                .toList();
    }

    private Endpoint endpoint(String method, String basePath, ApiRoute route) {
        ApiOperation operation = route.operation();
        return Endpoint.create(HandlerType.findOrCreate(method), basePath + operation.path())
                .addMetadata(operation)
                .handler(handler(route));
    }

    private Handler handler(ApiRoute route) {
        int success = route.operation().successStatus();
        ApiDocument document = route.document();
        RequestSchema schema = document == null ? null : document.requests(route.operation());
        Binder binder = schema == null ? strict : ofDocument;
        return context -> {
            try {
                ApiCall call = new ApiCall(context, route, bodies, binder);
                if (schema != null) {
                    call.validate(schema);
                }
                succeed(context, success, route.handler().handle(call), route, schema);
            } catch (Error e) {
                // Javalin would answer it with an empty text, and log its message.
                errors.fault(e, context);
            }
        };
    }

    private void succeed(
            Context context, int success, @Nullable Object returned, ApiRoute route, @Nullable RequestSchema schema) {
        ApiResult<?> result = returned instanceof ApiResult<?> given ? given : ApiResult.of(returned);
        int status = result.status() == null ? success : result.status();
        result.headers().forEach(context::header);
        answer(context, status, result.body(), route.result());
        if (schema != null && result.body() != null) {
            // JSON is UTF-8 and has no parameter that says so (RFC 8259, sections 8.1 and 11).
            context.res().setCharacterEncoding((String) null);
            context.header(Header.CONTENT_TYPE, schema.mediaType(status));
        }
    }

    private void answer(Context context, int status, @Nullable Object body, @Nullable TypeReference<?> type) {
        context.status(status);
        if (body == null) {
            context.res().setContentType(null);
        } else {
            context.contentType(JSON).result(written(body, type));
        }
    }

    private byte[] written(Object body, @Nullable TypeReference<?> type) {
        ObjectMapper json = ofDocument.json();
        return PlainJson.bytes(type == null ? json.writer() : json.writerFor(type), body);
    }
}
