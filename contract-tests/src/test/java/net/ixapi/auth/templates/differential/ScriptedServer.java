package net.ixapi.auth.templates.differential;

import io.javalin.Javalin;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Principal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.ixapi.auth.server.runtime.ApiRoute;
import net.ixapi.auth.server.runtime.Authenticator;
import net.ixapi.auth.server.runtime.FieldError;
import net.ixapi.auth.server.runtime.JavalinApi;
import net.ixapi.auth.server.runtime.Problems;
import org.jspecify.annotations.Nullable;

/** A server of generated routes whose implementation remembers what it was called with. For one thread. */
final class ScriptedServer implements AutoCloseable {
    /**
     * A call of the implementation.
     *
     * @param method the method of the generated interface
     * @param arguments what it was called with
     */
    record Call(Method method, @Nullable Object[] arguments) {}

    /** Who sends all requests, as far as the server knows. */
    static final Principal CALLER = () -> "caller";

    private final Javalin javalin;
    private final String basePath;
    private final List<ApiRoute> routes = new ArrayList<>();
    private final Map<Method, Object> answers = new HashMap<>();
    private volatile @Nullable Call last;

    private static final class PlainProblems implements Problems {
        @Override
        public Object invalidRequest(List<FieldError> errors) {
            return Map.of("properties", errors);
        }

        @Override
        public Object httpError(int status, String title, String detail) {
            return Map.of("detail", detail);
        }
    }

    ScriptedServer(List<Class<?>> routesClasses) throws ReflectiveOperationException {
        basePath = (String) routesClasses.get(0).getField("BASE_PATH").get(null);
        for (Class<?> api : routesClasses) {
            Method of = Stream.of(api.getMethods())
                    .filter(method -> method.getName().equals("of"))
                    .findFirst()
                    .orElseThrow();
            Object implementation = implementation(of.getParameterTypes()[0]);
            Authenticator everybody = (request, operation) -> CALLER;
            Object[] arguments = of.getParameterCount() == 1
                    ? new Object[] {implementation}
                    : new Object[] {implementation, everybody};
            ((List<?>) of.invoke(null, arguments)).forEach(route -> routes.add((ApiRoute) route));
        }
        javalin = Javalin.create(config -> JavalinApi.install(config, basePath, routes, new PlainProblems()))
                .start("127.0.0.1", 0);
    }

    /** The generated classes with the routes. */
    static List<Class<?>> routes(Path classes, ClassLoader loader, String inPackage) throws Exception {
        List<Class<?>> routes = new ArrayList<>();
        try (Stream<Path> files = Files.list(classes.resolve(inPackage.replace('.', '/')))) {
            for (Path file : files.filter(path -> path.toString().endsWith("Routes.class"))
                    .sorted()
                    .toList()) {
                routes.add(loader.loadClass(
                        inPackage + "." + file.getFileName().toString().replace(".class", "")));
            }
        } catch (IOException e) {
            throw new AssertionError("no classes in " + classes, e);
        }
        return routes;
    }

    private Object implementation(Class<?> api) {
        return Proxy.newProxyInstance(api.getClassLoader(), new Class<?>[] {api}, (proxy, method, arguments) -> {
            if (method.getName().endsWith("WithResult")) {
                return callDefault(api, proxy, method, arguments);
            }
            last = new Call(method, arguments == null ? new Object[0] : arguments);
            return answers.get(method);
        });
    }

    /** Java 17 lets a handler call a default method only in this way. */
    private static Object callDefault(Class<?> api, Object proxy, Method method, Object... arguments) throws Throwable {
        return MethodHandles.privateLookupIn(api, MethodHandles.lookup())
                .unreflectSpecial(method, api)
                .bindTo(proxy)
                .invokeWithArguments(arguments == null ? new Object[0] : arguments);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + javalin.port() + basePath);
    }

    int operations() {
        return routes.size();
    }

    /** What a method answers from now on. */
    void answer(Method method, @Nullable Object value) {
        answers.put(method, value);
    }

    @Nullable Object answered(Method method) {
        return answers.get(method);
    }

    /** The last call, which is forgotten; null if there was none. */
    @Nullable Call taken() {
        Call call = last;
        last = null;
        return call;
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
