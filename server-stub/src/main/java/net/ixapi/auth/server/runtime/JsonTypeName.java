package net.ixapi.auth.server.runtime;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What JSON calls a Java type, for messages to clients. */
final class JsonTypeName {
    private JsonTypeName() {}

    static String of(@Nullable Class<?> type) {
        if (type == null) {
            return "of the documented type";
        } else if (CharSequence.class.isAssignableFrom(type)) {
            return "a string";
        } else if (type == Boolean.class) {
            return "a boolean";
        } else if (type == Integer.class || type == Long.class) {
            return "an integer of " + (type == Integer.class ? 32 : 64) + " bits";
        } else if (Number.class.isAssignableFrom(type)) {
            return "a number";
        } else if (type.isEnum()) {
            return "one of the documented values";
        } else if (Collection.class.isAssignableFrom(type)) {
            return "an array";
        }
        return type.getName().startsWith("java.") ? "of the documented format" : "an object";
    }
}
