package document.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.ixapi.auth.server.runtime.FieldError;
import net.ixapi.auth.server.runtime.JavalinApi;
import net.ixapi.auth.server.runtime.Operation;
import net.ixapi.auth.server.runtime.Problems;
import net.ixapi.auth.server.runtime.Route;
import org.junit.jupiter.api.Test;

/** Serves whatever was generated: so it names no generated class. */
class GeneratedRoutesTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static final class TextProblems implements Problems {
        @Override
        public Object invalidRequest(List<FieldError> members) {
            return members;
        }

        @Override
        public Object httpError(int status, String title, String detail) {
            return title;
        }
    }

    @Test
    void everyOperationIsReached() throws Exception {
        List<Class<?>> apis = routesClasses();
        assertThat(apis).isNotEmpty();
        String basePath = (String) apis.get(0).getField("BASE_PATH").get(null);
        List<Route> routes = new ArrayList<>();
        for (Class<?> api : apis) {
            routes.addAll(routes(api));
        }
        Javalin javalin = Javalin.create(config -> JavalinApi.install(config, basePath, routes, new TextProblems()));
        try {
            javalin.start("127.0.0.1", 0);
            assertThat(unanswered(javalin.port(), basePath, routes)).isEmpty();
        } finally {
            javalin.stop();
        }
        System.out.println(routes.size() + " operations of " + apis.size() + " APIs registered");
    }

    private static List<Class<?>> routesClasses() throws IOException {
        String here = GeneratedRoutesTest.class.getPackageName();
        Path classes = Path.of(System.getProperty("generated.classes"), here.replace('.', '/'));
        try (Stream<Path> files = Files.list(classes)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Routes.class"))
                    .sorted()
                    .<Class<?>>map(name -> load(here + "." + name.replace(".class", "")))
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** The routes to an implementation that answers everything with nothing. */
    private static List<Route> routes(Class<?> api) throws ReflectiveOperationException {
        Method of = Stream.of(api.getMethods())
                .filter(method -> method.getName().equals("of"))
                .findFirst()
                .orElseThrow();
        Class<?> implemented = of.getParameterTypes()[0];
        Object implementation = Proxy.newProxyInstance(
                implemented.getClassLoader(), new Class<?>[] {implemented}, (proxy, method, arguments) -> null);
        return ((List<?>) of.invoke(null, implementation))
                .stream().map(Route.class::cast).toList();
    }

    private static List<String> unanswered(int port, String basePath, List<Route> routes) throws Exception {
        List<String> unanswered = new ArrayList<>();
        for (Route route : routes) {
            Operation operation = route.operation();
            int status =
                    status(port, operation.method(), basePath + operation.path().replaceAll("\\{[^}]*}", "x"));
            if (status == 404 || status == 405 || status >= 500) {
                unanswered.add(operation.id() + " " + status);
            }
        }
        return unanswered;
    }

    private static int status(int port, String method, String path) throws Exception {
        URI uri = new URI("http", null, "127.0.0.1", port, path, null, null);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(Duration.ofSeconds(30))
                .method(method, BodyPublishers.noBody())
                .build();
        return CLIENT.send(request, BodyHandlers.discarding()).statusCode();
    }
}
