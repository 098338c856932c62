package net.ixapi.auth.server.runtime;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.security.Principal;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One request. The whole of it keeps to the document by the time a handler sees it. Not safe for use by several threads at once.
 */
public final class ApiCall {
    /** RFC 3986, section 2.1. */
    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?!\\p{XDigit}{2})");

    private final Context context;
    private final ApiRoute route;
    private final Json json;
    private final Map<String, JsonNode> parameters = new HashMap<>();
    private final @Nullable Principal caller;
    private @Nullable JsonNode body;

    ApiCall(Context context, ApiRoute route, Json json) {
        this.context = context;
        this.route = route;
        this.json = json;
        Authenticator authenticator = route.authenticator();
        this.caller = authenticator == null ? null : authenticator.authenticate(context, route.operation());
    }

    /**
     * Who sent the request.
     *
     * @return never null
     * @throws IllegalStateException if the route has no authenticator
     */
    public Principal caller() {
        if (caller == null) {
            throw new IllegalStateException(route.operation().id() + " has no authenticator");
        }
        return caller;
    }

    /** Reads all parts of the request that the document has. */
    void read(RequestSchema schema, RequestBodyReader bodies) {
        Set<FieldError> violations = new LinkedHashSet<>();
        for (Parameter parameter : schema.parameters()) {
            if (parameter.in().equals("query")) {
                requireDecodableQuery();
            }
            JsonNode value = parameter.value(context);
            schema.checkParameter(parameter, value, violations);
            if (value != null) {
                parameters.put(parameter.in() + " " + parameter.name(), value);
            }
        }
        if (schema.hasBody()) {
            readBody(schema, bodies.bytes(context), violations);
        }
        InvalidRequestException.throwIfAny(violations);
    }

    private void readBody(RequestSchema schema, byte[] bytes, Set<FieldError> violations) {
        String mediaType = bytes.length == 0 ? "" : schema.requireMediaType(context);
        try {
            body = json.parse(bytes);
            schema.checkBody(mediaType, body, violations);
        } catch (InvalidRequestException e) {
            violations.addAll(e.errors());
        }
    }

    /**
     * The body.
     *
     * @param type what it holds
     * @param <T> the type
     * @return the body; null where the request has none, or JSON null
     * @throws InvalidRequestException if it cannot be of that type
     */
    public <T> T body(TypeReference<T> type) {
        return bound(body, type, "");
    }

    /**
     * A parameter.
     *
     * @param in where it stands: {@code path}, {@code query}, {@code header} or {@code cookie}
     * @param name its name
     * @param type what it holds
     * @param <T> the type
     * @return the value or its default; null where there is neither
     */
    public <T> T parameter(String in, String name, TypeReference<T> type) {
        return bound(parameters.get(in + " " + name), type, name);
    }

    // Whether null may stand here is for the document to say, which has been asked.
    @SuppressWarnings({"unchecked", "NullAway"})
    private <T> T bound(@Nullable JsonNode value, TypeReference<T> type, String name) {
        return (T) (value == null || value.isNull() ? null : json.bind(value, type.getType(), name));
    }

    /** Javalin would pass over a parameter that it cannot decode, as if it were absent. */
    private void requireDecodableQuery() {
        String query = context.queryString();
        if (query != null && BROKEN_ESCAPE.matcher(query).find()) {
            throw new BadRequestResponse("The query has a % that two hexadecimal digits do not follow.");
        }
    }
}
