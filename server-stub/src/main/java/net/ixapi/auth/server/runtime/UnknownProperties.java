package net.ixapi.auth.server.runtime;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;

/** Refuses members that a {@link RejectUnknownProperties} type does not have. Immutable. */
final class UnknownProperties extends DeserializationProblemHandler {
    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context,
            JsonParser json,
            JsonDeserializer<?> deserializer,
            Object owner,
            String member)
            throws IOException {
        Class<?> type = owner instanceof Class<?> given ? given : owner.getClass();
        if (type.isAnnotationPresent(RejectUnknownProperties.class)
                || type.getPackage().isAnnotationPresent(RejectUnknownProperties.class)) {
            throw UnrecognizedPropertyException.from(
                    json, owner, member, List.copyOf(new TreeSet<>(deserializer.getKnownPropertyNames())));
        }
        return false;
    }
}
