package net.ixapi.auth.server.runtime;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.RecordComponent;
import java.util.stream.Stream;
import org.hibernate.validator.spi.nodenameprovider.JavaBeanProperty;
import org.hibernate.validator.spi.nodenameprovider.Property;
import org.hibernate.validator.spi.nodenameprovider.PropertyNodeNameProvider;

/** Lets violations name {@code api_key}, which the client sent, and not {@code apiKey}, which it has never seen. */
final class JsonNames implements PropertyNodeNameProvider {
    /** What has no name of its own: its members stand among those of what it is in. */
    private static final String NAMELESS = "";

    private final ObjectMapper json;

    JsonNames(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public String getName(Property property) {
        if (!(property instanceof JavaBeanProperty bean)) {
            return property.getName();
        }
        return bean.getDeclaringClass().isRecord() ? ofInput(bean) : ofModel(bean);
    }

    /** The parts of a request. Not for Jackson to look at: a path and a query may have parameters of the same name. */
    private static String ofInput(JavaBeanProperty property) {
        return Stream.of(property.getDeclaringClass().getRecordComponents())
                .filter(component -> component.getName().equals(property.getName()))
                .map(RecordComponent::getAccessor)
                .map(accessor -> annotated(accessor, property.getName()))
                .findFirst()
                .orElse(property.getName());
    }

    private static String annotated(AnnotatedElement accessor, String otherwise) {
        JsonProperty name = accessor.getAnnotation(JsonProperty.class);
        if (accessor.isAnnotationPresent(JsonUnwrapped.class)) {
            return NAMELESS;
        }
        return name == null || name.value().isEmpty() ? otherwise : name.value();
    }

    private String ofModel(JavaBeanProperty property) {
        BeanDescription model =
                json.getSerializationConfig().introspect(json.constructType(property.getDeclaringClass()));
        AnnotatedMember unlisted = model.findAnyGetter();
        if (unlisted != null && unlisted.getName().equalsIgnoreCase("get" + property.getName())) {
            return NAMELESS;
        }
        return model.findProperties().stream()
                .filter(candidate -> candidate.getInternalName().equals(property.getName()))
                .map(candidate -> candidate.getName())
                .findFirst()
                .orElse(property.getName());
    }
}
