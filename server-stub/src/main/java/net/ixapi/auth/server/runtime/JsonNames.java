package net.ixapi.auth.server.runtime;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import org.hibernate.validator.spi.nodenameprovider.JavaBeanProperty;
import org.hibernate.validator.spi.nodenameprovider.Property;
import org.hibernate.validator.spi.nodenameprovider.PropertyNodeNameProvider;

/** Lets violations name {@code api_key}, which the client sent, and not {@code apiKey}, which it has never seen. */
final class JsonNames implements PropertyNodeNameProvider {
    private final ObjectMapper json;

    JsonNames(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public String getName(Property property) {
        if (!(property instanceof JavaBeanProperty bean)) {
            return property.getName();
        }
        return json
                .getSerializationConfig()
                .introspect(json.constructType(bean.getDeclaringClass()))
                .findProperties()
                .stream()
                .filter(candidate -> candidate.getInternalName().equals(property.getName()))
                .map(JsonNames::name)
                .findFirst()
                .orElse(property.getName());
    }

    /** The body's members stand at the top of the request, so the body itself has no name. */
    private static String name(BeanPropertyDefinition definition) {
        AnnotatedMember accessor = definition.getAccessor();
        return accessor != null && accessor.hasAnnotation(JsonUnwrapped.class) ? "" : definition.getName();
    }
}
