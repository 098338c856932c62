package net.ixapi.auth.stub.fault;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.ixapi.auth.server.AuthApi;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** What the answers of the contract's operations have. */
final class ResponseProperties {
    /** The names in JSON. */
    static final Set<String> NAMES = Collections.unmodifiableSet(names(JsonMapper.shared()));

    private ResponseProperties() {}

    private static Set<String> names(ObjectMapper json) {
        return Stream.of(AuthApi.class.getMethods())
                .map(Method::getGenericReturnType)
                .flatMap(result -> names(json, json.constructType(result)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> names(ObjectMapper json, JavaType type) {
        return Stream.of(type.getRawClass().getMethods())
                .map(method -> method.getAnnotation(JsonProperty.class))
                .filter(Objects::nonNull)
                .map(JsonProperty::value);
    }
}
