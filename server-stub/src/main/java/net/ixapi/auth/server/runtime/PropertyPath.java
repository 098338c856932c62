package net.ixapi.auth.server.runtime;

import com.networknt.schema.path.NodePath;
import org.jspecify.annotations.Nullable;

/** Where a property stands, as a client reads it: {@code items[2].name}. Not safe for use by several threads at once. */
final class PropertyPath {
    private final StringBuilder path;

    /** Starts at a parameter, or with an empty name at the body. */
    PropertyPath(String start) {
        path = new StringBuilder(start);
    }

    PropertyPath append(@Nullable String property, int index) {
        if (property == null) {
            path.append('[').append(index).append(']');
        } else if (!property.isEmpty()) {
            path.append(path.isEmpty() ? "" : ".").append(property);
        }
        return this;
    }

    PropertyPath append(NodePath location) {
        for (int i = 0; i < location.getNameCount(); i++) {
            Object step = location.getElement(i);
            if (step instanceof Integer index) {
                append(null, index);
            } else {
                append(step.toString(), -1);
            }
        }
        return this;
    }

    @Override
    public String toString() {
        return path.isEmpty() ? FieldError.BODY : path.toString();
    }
}
