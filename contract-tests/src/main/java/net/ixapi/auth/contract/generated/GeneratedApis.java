package net.ixapi.auth.contract.generated;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.ixapi.auth.client.AuthApi;
import net.ixapi.auth.client.runtime.ApiResponse;
import net.ixapi.auth.client.runtime.Transport;

/**
 * The operations of the generated client, found in its classes: the generator makes a class {@code …Api} for each tag of the
 * document, and in it a method {@code …WithResponse} for each operation. Nobody has to list a new operation here.
 */
final class GeneratedApis {
    private static final String SUFFIX = "WithResponse";

    private GeneratedApis() {}

    /** Those of the client on the class path. */
    static List<Class<?>> onTheClassPath() {
        try {
            URI client = AuthApi.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
            Path place = Path.of(client);
            if (Files.isDirectory(place)) {
                return in(place);
            }
            try (FileSystem jar = FileSystems.newFileSystem(place)) {
                return in(jar.getPath("/"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The place of the generated client is not a file", e);
        }
    }

    private static List<Class<?>> in(Path root) throws IOException {
        String name = AuthApi.class.getPackageName();
        try (Stream<Path> files = Files.list(root.resolve(name.replace('.', '/')))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith("Api.class"))
                    .sorted()
                    .<Class<?>>map(file -> loaded(name + "." + file.replace(".class", "")))
                    .toList();
        }
    }

    private static Class<?> loaded(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("A class of the generated client cannot be loaded: " + name, e);
        }
    }

    /** All methods of an operation, by its {@code operationId} as {@link #key} writes it. */
    static Map<String, Method> methods(List<Class<?>> apis) {
        Map<String, Method> methods = new TreeMap<>();
        for (Class<?> api : apis) {
            for (Method method : api.getMethods()) {
                if (method.getName().endsWith(SUFFIX) && method.getReturnType() == ApiResponse.class) {
                    methods.put(key(method.getName().replace(SUFFIX, "")), method);
                }
            }
        }
        return methods;
    }

    /** The generator turns {@code auth_token_create} into {@code authTokenCreate}. */
    static String key(String operationId) {
        return operationId.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }

    static Object api(Method method, Transport transport) {
        try {
            return method.getDeclaringClass().getConstructor(Transport.class).newInstance(transport);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "A generated API is made from a Transport: "
                            + method.getDeclaringClass().getName(),
                    e);
        }
    }
}
