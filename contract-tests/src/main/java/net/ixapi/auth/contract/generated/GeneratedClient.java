package net.ixapi.auth.contract.generated;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import net.ixapi.auth.client.error.ApiException;
import net.ixapi.auth.client.runtime.ApiResponse;
import net.ixapi.auth.client.runtime.HttpTransport;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.engine.Probe;
import net.ixapi.auth.contract.wire.Exchange;
import org.jspecify.annotations.Nullable;

/** Calls operations as users of the generated client do. Not safe for use by several threads at once. */
public final class GeneratedClient {
    private final Probe probe;
    private final Map<String, Method> methods;

    private GeneratedClient(Probe probe, Map<String, Method> methods) {
        this.probe = probe;
        this.methods = methods;
    }

    /**
     * The client that was built with this suite.
     *
     * @param probe the run, whose connection is used
     * @return the client
     */
    public static GeneratedClient of(Probe probe) {
        return of(probe, GeneratedApis.onTheClassPath());
    }

    /**
     * A client of other generated classes.
     *
     * @param probe the run, whose connection is used
     * @param apis the generated classes with operations
     * @return the client
     */
    public static GeneratedClient of(Probe probe, List<Class<?>> apis) {
        return new GeneratedClient(probe, GeneratedApis.methods(apis));
    }

    /**
     * Whether the client has an operation.
     *
     * @param operation the operation
     * @return false where it was generated from a document without it
     */
    public boolean has(Operation operation) {
        return method(operation) != null;
    }

    private @Nullable Method method(Operation operation) {
        return methods.get(GeneratedApis.key(operation.id()));
    }

    /**
     * Makes a model of a body.
     *
     * @param operation the operation that takes it
     * @param body the body
     * @return the model; empty where a caller cannot make the client send this body, such as a number in the place of a text.
     *     A default that the document gives to an optional property may be sent beside
     */
    public Optional<Object> model(Operation operation, JsonNode body) {
        Method method = method(operation);
        return method == null || method.getParameterCount() != 1
                ? Optional.empty()
                : Models.bound(body, method.getGenericParameterTypes()[0])
                        .filter(model -> LostValues.between(operation.members(), body, model)
                                .isEmpty());
    }

    /**
     * Calls an operation and waits for its answer.
     *
     * @param operation the operation
     * @param model what it is called with, as {@link #model} made it
     * @return what came, and what the client made of it
     */
    public GeneratedCall call(Operation operation, Object model) {
        Method method = Objects.requireNonNull(method(operation));
        try (RecordingHttpClient http = new RecordingHttpClient(request -> probe.send(operation, request));
                HttpTransport transport =
                        HttpTransport.over(http, probe.target().baseUri().resolve("/"))) {
            return call(method, GeneratedApis.api(method, transport), model, http);
        }
    }

    private static GeneratedCall call(Method method, Object api, Object model, RecordingHttpClient http) {
        try {
            ApiResponse<?> response = (ApiResponse<?>) method.invoke(api, model);
            return new GeneratedCall(last(http), response.status(), response.body());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof ApiException failure) {
                return GeneratedCall.failed(last(http), failure);
            } else if (e.getCause() instanceof RuntimeException other) {
                throw other;
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("The methods of a generated API are public", e);
        }
    }

    private static Exchange last(RecordingHttpClient http) {
        return Objects.requireNonNull(http.last(), "The generated client has sent no request");
    }
}
