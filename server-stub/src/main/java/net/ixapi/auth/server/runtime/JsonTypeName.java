package net.ixapi.auth.server.runtime;

import java.lang.invoke.MethodType;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What JSON calls a Java type, for messages to clients. */
final class JsonTypeName {
    private JsonTypeName() {}

    static String of(@Nullable Class<?> type) {
        return type == null
                ? "of the documented type"
                : ofBoxed(MethodType.methodType(type).wrap().returnType());
    }

    private static String ofBoxed(Class<?> type) {
        if (CharSequence.class.isAssignableFrom(type)) {
            return "a string";
        } else if (type == Boolean.class) {
            return "a boolean";
        } else if (Number.class.isAssignableFrom(type)) {
            return ofNumber(type);
        } else if (type.isEnum()) {
            return "one of the documented values";
        } else if (Collection.class.isAssignableFrom(type) || type.isArray() && type != byte[].class) {
            return "an array";
        } else if (Map.class.isAssignableFrom(type)) {
            return "an object";
        }
        return type == byte[].class || type.getName().startsWith("java.") ? "of the documented format" : "an object";
    }

    private static String ofNumber(Class<?> type) {
        if (type == Integer.class || type == Long.class) {
            return "an integer of " + (type == Integer.class ? 32 : 64) + " bits";
        }
        return type == BigInteger.class ? "an integer" : "a number";
    }
}
