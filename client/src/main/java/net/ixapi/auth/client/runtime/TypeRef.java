package net.ixapi.auth.client.runtime;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/**
 * Holds a type with its arguments, which a {@code Class} cannot: {@code new TypeRef<List<String>>() {}}. Immutable.
 *
 * @param <T> the type
 */
public abstract class TypeRef<T> {
    private final Type type;

    /** Reads the type from the anonymous subclass's own declaration. */
    protected TypeRef() {
        type = ((ParameterizedType) getClass().getGenericSuperclass()).getActualTypeArguments()[0];
    }

    /**
     * The type as reflection sees it.
     *
     * @return the type
     */
    public final Type type() {
        return type;
    }
}
