package net.ixapi.auth.stub.fault;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.ixapi.auth.server.AuthApi;

/** What the answers of the contract's operations have. */
final class ResponseProperties {
    /** The names in JSON. */
    static final Set<String> NAMES = Collections.unmodifiableSet(names(new ObjectMapper()));

    private ResponseProperties() {}

    private static Set<String> names(ObjectMapper json) {
        return Stream.of(AuthApi.class.getMethods())
                .map(Method::getGenericReturnType)
                .flatMap(result -> names(json, json.constructType(result)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> names(ObjectMapper json, JavaType type) {
        return json.getSerializationConfig().introspect(type).findProperties().stream()
                .map(BeanPropertyDefinition::getName);
    }
}
