package net.ixapi.auth.contract.generated;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import net.ixapi.auth.client.AuthApi;
import net.ixapi.auth.client.error.ApiException;
import net.ixapi.auth.client.error.ApiStatusException;
import net.ixapi.auth.client.runtime.ApiResponse;
import net.ixapi.auth.client.runtime.HttpTransport;
import net.ixapi.auth.client.runtime.Transport;
import net.ixapi.auth.client.runtime.TransportSettings;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.engine.Probe;

/**
 * An operation as users of the generated client call it. Immutable.
 *
 * @param operation the operation
 * @param method the client's method for it, which returns the whole response
 */
public record GeneratedOperation(Operation operation, Method method) {
    /**
     * Finds an operation in the client on the class path, so that nobody has to list a new one here: the generator makes of the tag
     * {@code network-services} the class {@code NetworkServicesApi}.
     *
     * @param operation the operation
     * @return the operation; empty where the client was generated from a document without it
     */
    public static Optional<GeneratedOperation> of(Operation operation) {
        String tag = operation.place().property("tags").property("0").text();
        String name = Stream.of((tag.isEmpty() ? "default" : tag).split("[^A-Za-z0-9]+"))
                .map(word -> word.replaceFirst("^.", word.substring(0, 1).toUpperCase(Locale.ROOT)))
                .collect(Collectors.joining());
        try {
            return of(operation, Class.forName(AuthApi.class.getPackageName() + "." + name + "Api"));
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }

    /**
     * Finds an operation in a generated class: the generator makes of {@code auth_token_create} the method
     * {@code authTokenCreateWithResponse}.
     *
     * @param operation the operation
     * @param api the class
     * @return the operation; empty where the class does not have it
     */
    public static Optional<GeneratedOperation> of(Operation operation, Class<?> api) {
        String name = operation.id().replaceAll("[^A-Za-z0-9]", "") + "WithResponse";
        return Stream.of(api.getMethods())
                .filter(method -> method.getReturnType() == ApiResponse.class
                        && method.getName().equalsIgnoreCase(name))
                .findFirst()
                .map(method -> new GeneratedOperation(operation, method));
    }

    /**
     * Makes a model of a body.
     *
     * @param body the body
     * @return the model; empty where a caller cannot make the client send this body, such as a number in the place of a text.
     *     A default that the document gives to an optional property may be sent beside
     */
    public Optional<Object> model(JsonNode body) {
        return method.getParameterCount() == 1
                ? Models.bound(body, method.getGenericParameterTypes()[0])
                        .filter(model -> LostValues.between(operation.properties(), body, model)
                                .isEmpty())
                : Optional.empty();
    }

    /**
     * Calls the operation and waits for its response.
     *
     * @param probe the run, whose connection is used
     * @param model what it is called with, as {@link #model} made it
     * @return what came, and what the client made of it
     */
    public GeneratedCall call(Probe probe, Object model) {
        RecordingHandler http = new RecordingHandler(request -> probe.send(operation, request));
        URI host = probe.target().baseUri().resolve("/");
        try (HttpTransport transport = HttpTransport.to(host, settings(http))) {
            Object api =
                    method.getDeclaringClass().getConstructor(Transport.class).newInstance(transport);
            ApiResponse<?> response = (ApiResponse<?>) method.invoke(api, model);
            return new GeneratedCall(http.last(), response.status(), response.body());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof ApiStatusException problem) {
                Object read = problem.problem(Object.class).orElse(null);
                return new GeneratedCall(http.last(), problem.status(), read);
            } else if (e.getCause() instanceof ApiException) {
                return new GeneratedCall(http.last(), 0, null);
            }
            throw e.getCause() instanceof RuntimeException other ? other : new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Not a method of a generated API: " + method, e);
        }
    }

    private static TransportSettings settings(RecordingHandler http) {
        try {
            return new TransportSettings()
                    // Nothing goes over it: it only saves the time to read the certificates of the machine.
                    .sslContext(SSLContext.getInstance("TLS"))
                    .httpClient(client -> client.addExecInterceptorFirst("recorder", http));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
