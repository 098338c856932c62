package net.ixapi.auth.stub.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.ixapi.auth.server.AuthApi;
import net.ixapi.auth.server.AuthApiRoutes;
import net.ixapi.auth.server.runtime.ApiOperation;
import net.ixapi.auth.server.runtime.ApiRoute;
import org.jspecify.annotations.Nullable;

/** The operations of a stub: those of the contract, and two that it adds for tests. Immutable and safe for many threads. */
public final class StubOperations {
    /** The client credentials grant of OAuth2 (RFC 6749, section 4.4), where the builder does not give it another path. */
    public static final ApiOperation OAUTH2_TOKEN = new ApiOperation("oauth2_token", "POST", "/auth/oauth2/token");

    /** What needs an access token, where the builder does not give it another path. */
    public static final ApiOperation PROTECTED_RESOURCE = new ApiOperation("protected_resource", "GET", "/accounts");

    private static final String BASE_PATH = AuthApiRoutes.BASE_PATH;
    private static final List<ApiOperation> CONTRACT =
            AuthApiRoutes.of(new AuthApi() {}).stream().map(ApiRoute::operation).toList();

    private static final int MAX_WORDS = 16;

    /** By method and path. */
    private final Map<String, ApiOperation> operations = new HashMap<>();

    private final Set<String> words;

    /**
     * The operations of a stub.
     *
     * @param oauth2Path the path of {@link #OAUTH2_TOKEN}, relative to the API's
     * @param resourcePaths the paths of {@link #PROTECTED_RESOURCE}, relative to the API's
     * @throws IllegalArgumentException if two of them would answer the same requests
     */
    public StubOperations(String oauth2Path, Collection<String> resourcePaths) {
        CONTRACT.forEach(operation -> add(operation, operation.path()));
        add(OAUTH2_TOKEN, oauth2Path);
        resourcePaths.forEach(path -> add(PROTECTED_RESOURCE, path));
        words = operations.keySet().stream()
                .flatMap(key -> Stream.of(key.split("[ /]+")))
                .collect(Collectors.toUnmodifiableSet());
    }

    private void add(ApiOperation operation, String path) {
        String key = operation.method() + " " + BASE_PATH + path;
        if (operations.put(key, operation) != null) {
            throw new IllegalArgumentException(key + " is an operation already: choose another path.");
        }
    }

    /**
     * A handler for all paths of the API only, those that it does not have included.
     *
     * @param handler what is to be done with their requests
     * @return a handler to be added for every path: a pattern would take longer to match
     */
    public static Handler only(Handler handler) {
        return context -> {
            if (context.path().startsWith(BASE_PATH + "/")) {
                handler.handle(context);
            }
        };
    }

    /**
     * Lets a path answer {@code GET}, and {@code HEAD} but for the body. Left to Javalin, that would be answered as if there were an
     * empty text.
     *
     * @param config the configuration of a server that is not started yet
     * @param path the path
     * @param handler answers both
     */
    public static void get(JavalinConfig config, String path, Handler handler) {
        config.routes.get(path, handler);
        config.routes.head(path, handler);
    }

    /**
     * The operation that a request calls.
     *
     * @param context the request
     * @return the operation, or null if it calls none
     */
    public @Nullable ApiOperation operation(Context context) {
        return operations.get(context.method().name() + " " + context.path());
    }

    /**
     * Tells whether there is an operation.
     *
     * @param id an {@code operationId} of the contract, or that of an operation that the stub adds
     * @return false if no stub has it
     */
    public static boolean exist(String id) {
        return Stream.concat(CONTRACT.stream(), Stream.of(OAUTH2_TOKEN, PROTECTED_RESOURCE))
                .anyMatch(operation -> operation.id().equals(id));
    }

    /**
     * The path of a request, as far as it is made of words of known paths: anything else may be a secret.
     *
     * @param context the request
     * @return such as {@code /api/v2/auth/*}
     */
    public String withoutSecrets(Context context) {
        return Stream.of(context.path().split("/", -1))
                .limit(MAX_WORDS)
                .map(word -> word.isEmpty() || words.contains(word) ? word : "*")
                .collect(Collectors.joining("/"));
    }
}
