package net.ixapi.auth.server.runtime;

import com.fasterxml.jackson.databind.ObjectWriter;
import io.javalin.config.HttpConfig;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.Header;
import io.javalin.router.Endpoint;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import net.ixapi.auth.openapi.document.PlainJson;
import org.jspecify.annotations.Nullable;

/**
 * Serves generated routes with Javalin 7: {@code Javalin.create(config -> JavalinApi.install(config, …))}. Every error,
 * whichever layer finds it, is answered as a problem.
 */
public final class JavalinApi {
    /** How much of a response Javalin copies at once. It makes and clears room for so much in each request: otherwise 32 kB. */
    private static final int COPIED_BYTES = 2048;

    static final String JSON = "application/json";

    private final Json json = new Json();
    private final RequestBodyReader bodies;
    private final ExceptionMapper errors;

    private JavalinApi(HttpConfig limits, Problems problems) {
        this.bodies = new RequestBodyReader(limits);
        this.errors = new ExceptionMapper(problems, json.writer(null));
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
        SortedMap<String, ApiRoute> byKey = concreteFirst(routes);
        JavalinApi api = new JavalinApi(config.http, problems);
        // A path that the document does not have is answered with 404, a trailing slash included.
        config.router.ignoreTrailingSlashes = false;
        config.http.prefer405over404 = true;
        config.http.responseBufferSize = COPIED_BYTES;
        config.startup.showJavalinBanner = false;
        byKey.values().forEach(route -> {
            config.routes.addEndpoint(api.endpoint(route.operation().method(), basePath, route));
            if (route.operation().method().equals("GET")
                    && !byKey.containsKey(route.operation().key("HEAD"))) {
                config.routes.addEndpoint(api.endpoint("HEAD", basePath, route));
            }
        });
        api.errors.install(config);
        config.jetty.modifyHttpConfiguration(HttpRules::install);
        config.jetty.modifyServer(
                server -> server.setErrorHandler(new ConnectionErrors(problems, api.json.writer(null))));
    }

    /** OpenAPI 3.0.3, Paths Object: concrete paths are matched before templated ones; Javalin takes the first that fits. */
    private static SortedMap<String, ApiRoute> concreteFirst(List<ApiRoute> routes) {
        SortedMap<String, ApiRoute> byKey = new TreeMap<>(Comparator.comparing(key -> key.replace("{}", "\uffff")));
        for (ApiRoute route : routes) {
            String key = route.operation().key();
            if (byKey.put(key, route) != null) {
                throw new IllegalArgumentException("Two operations answer " + key);
            }
        }
        return byKey;
    }

    private Endpoint endpoint(String method, String basePath, ApiRoute route) {
        ApiOperation operation = route.operation();
        return Endpoint.create(HandlerType.findOrCreate(method), basePath + operation.path())
                .addMetadata(operation)
                .handler(handler(route));
    }

    private Handler handler(ApiRoute route) {
        RequestSchema schema = route.document().requests(route.operation());
        int success = schema.successStatus();
        ObjectWriter writer = json.writer(route.result());
        return context -> {
            try {
                ApiCall call = new ApiCall(context, route, json);
                call.read(schema, bodies);
                ApiResult<?> result = result(route.handler().handle(call));
                int status = result.status() == null ? success : result.status();
                result.headers().forEach(context::header);
                byte[] body = result.body() == null ? null : PlainJson.bytes(writer, result.body());
                respond(context, status, body, schema.mediaType(status));
            } catch (Error e) {
                // Javalin would answer it with an empty text, and log its message.
                errors.fault(e, context);
            }
        };
    }

    private static ApiResult<?> result(@Nullable Object returned) {
        return returned instanceof ApiResult<?> result ? result : ApiResult.of(returned);
    }

    static void respond(Context context, int status, byte @Nullable [] body, String mediaType) {
        context.status(status);
        if (body == null) {
            context.res().setContentType(null);
        } else {
            // JSON is UTF-8 and has no parameter that says so (RFC 8259, sections 8.1 and 11).
            context.result(body).header(Header.CONTENT_TYPE, mediaType);
        }
    }
}
