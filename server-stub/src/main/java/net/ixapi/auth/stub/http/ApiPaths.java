package net.ixapi.auth.stub.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.ixapi.auth.server.AuthApi;
import net.ixapi.auth.server.AuthApiRoutes;
import net.ixapi.auth.server.runtime.Operation;
import net.ixapi.auth.server.runtime.Route;
import org.jspecify.annotations.Nullable;

/** What the generated routes say of a request, before it is routed. */
public final class ApiPaths {
    private static final String START = AuthApiRoutes.BASE_PATH + "/";

    private static final Map<String, Operation> OPERATIONS = AuthApiRoutes.of(new AuthApi() {}).stream()
            .map(Route::operation)
            .collect(Collectors.toMap(
                    operation -> operation.method() + AuthApiRoutes.BASE_PATH + operation.path(), Function.identity()));

    private static final Set<String> WORDS = OPERATIONS.values().stream()
            .flatMap(operation -> Stream.of((AuthApiRoutes.BASE_PATH + operation.path()).split("/")))
            .collect(Collectors.toSet());

    private static final int MOST_WORDS = 16;

    private ApiPaths() {}

    /**
     * A handler for all paths of the API only, those that it does not have included.
     *
     * @param handler what is to be done with their requests
     * @return a handler to be added for every path: a pattern would be matched anew for each handler
     */
    public static Handler only(Handler handler) {
        return context -> {
            if (context.path().startsWith(START)) {
                handler.handle(context);
            }
        };
    }

    /**
     * The operation that a request calls.
     *
     * @param context the request
     * @return the operation, or null where it calls none
     */
    public static @Nullable Operation operation(Context context) {
        return OPERATIONS.get(context.method().name() + context.path());
    }

    /**
     * The operation of an id.
     *
     * @param id an {@code operationId} of the contract
     * @return the operation, or null where there is none
     */
    public static @Nullable Operation operation(String id) {
        return OPERATIONS.values().stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    /**
     * The path of a request, as far as it is made of words of the contract's paths: anything else may be a secret.
     *
     * @param context the request
     * @return such as {@code /api/v2/auth/*}
     */
    public static String withoutSecrets(Context context) {
        return Stream.of(context.path().split("/", -1))
                .limit(MOST_WORDS)
                .map(word -> word.isEmpty() || WORDS.contains(word) ? word : "*")
                .collect(Collectors.joining("/"));
    }

    /**
     * The headers of a request.
     *
     * @param context the request
     * @return by their names in lower case
     */
    public static Map<String, String> headers(Context context) {
        Map<String, String> headers = new TreeMap<>();
        context.headerMap().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        return headers;
    }
}
