package net.ixapi.auth.server.runtime;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a member stands, as a client reads it: {@code items[2].name}. */
final class PropertyPath {
    private PropertyPath() {}

    static String of(List<Reference> path) {
        StringBuilder name = new StringBuilder();
        path.forEach(step -> append(name, step.getFieldName(), step.getIndex() < 0 ? null : step.getIndex()));
        return named(name);
    }

    static String of(Path path) {
        StringBuilder name = new StringBuilder();
        path.forEach(node -> {
            // The index or the key belongs to the container that was named just before.
            if (node.isInIterable()) {
                append(name, node.getKey() == null ? null : node.getKey().toString(), node.getIndex());
            }
            // Hibernate Validator calls the elements of a container <list element>.
            if (node.getKind() != ElementKind.CONTAINER_ELEMENT) {
                append(name, node.getName(), null);
            }
        });
        return named(name);
    }

    static JsonPointer pointer(List<Reference> path) {
        JsonPointer pointer = JsonPointer.empty();
        for (Reference step : path) {
            pointer = step.getFieldName() != null
                    ? pointer.appendProperty(step.getFieldName())
                    : pointer.appendIndex(step.getIndex());
        }
        return pointer;
    }

    private static void append(StringBuilder name, @Nullable String member, @Nullable Integer index) {
        if (index != null) {
            name.append('[').append(index).append(']');
        }
        // A body's own name is empty.
        if (member != null && !member.isEmpty()) {
            name.append(name.isEmpty() ? "" : ".").append(member);
        }
    }

    private static String named(StringBuilder name) {
        return name.isEmpty() ? FieldError.BODY : name.toString();
    }
}
