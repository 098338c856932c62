package net.ixapi.auth.templates.differential;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import net.ixapi.auth.client.runtime.Transport;
import org.jspecify.annotations.Nullable;

/** Sends with the generated client what a server was called with before. For one thread. */
final class GeneratedClient {
    private final ClassLoader loader;
    private final String inPackage;
    private final ScriptedServer server;
    private final Transport transport;

    GeneratedClient(ClassLoader loader, String inPackage, ScriptedServer server, Transport transport) {
        this.loader = loader;
        this.inPackage = inPackage;
        this.server = server;
        this.transport = transport;
    }

    /** What is different if the generated client sends the same. */
    Optional<String> difference(ScriptedServer.Call call) throws Exception {
        Class<?> api = loader.loadClass(
                inPackage + "." + call.method().getDeclaringClass().getSimpleName());
        int first = call.arguments().length > 0 && call.arguments()[0] == ScriptedServer.CALLER ? 1 : 0;
        Class<?>[] types = call.method().getParameterTypes();
        Method method = api.getMethod(call.method().getName(), Arrays.copyOfRange(types, first, types.length));
        try {
            Object result = method.invoke(
                    api.getConstructor(Transport.class).newInstance(transport),
                    Arrays.copyOfRange(call.arguments(), first, types.length));
            ScriptedServer.Call again = server.taken();
            if (again == null || !isSame(call, again)) {
                return Optional.of("arrives as something else");
            }
            Object scripted = server.answered(call.method());
            Type type = method.getGenericReturnType();
            return isSame(result, scripted, type) ? Optional.empty() : Optional.of("brings another answer");
        } catch (InvocationTargetException e) {
            return Optional.of("fails: " + e.getCause());
        }
    }

    private static boolean isSame(ScriptedServer.Call call, ScriptedServer.Call again) {
        Type[] types = call.method().getGenericParameterTypes();
        for (int i = 0; i < types.length; i++) {
            if (call.arguments()[i] != ScriptedServer.CALLER
                    && !isSame(call.arguments()[i], again.arguments()[i], types[i])) {
                return false;
            }
        }
        return true;
    }

    /** Values of no type are read as other classes, sets in another order, and bytes in a list are only equal to themselves. */
    private static boolean isSame(@Nullable Object value, @Nullable Object other, Type type) {
        return Objects.deepEquals(value, other) || Likeness.tree(value, type).equals(Likeness.tree(other, type));
    }
}
