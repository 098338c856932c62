package net.ixapi.auth.stub.fault;

import java.util.List;
import java.util.function.Function;
import net.ixapi.auth.server.runtime.FieldError;
import net.ixapi.auth.server.runtime.InvalidRequestException;
import org.jspecify.annotations.Nullable;

/** What is demanded of the properties of a fault in JSON. */
final class FaultProperties {
    private FaultProperties() {}

    static <T> T given(String property, @Nullable T value) {
        require(value != null, property, "is required");
        return value;
    }

    static <T, R> R checked(String property, T value, Function<T, R> use, String reason) {
        try {
            return use.apply(value);
        } catch (IllegalArgumentException e) {
            throw invalid(property, reason);
        }
    }

    static void require(boolean condition, String property, String reason) {
        if (!condition) {
            throw invalid(property, reason);
        }
    }

    static InvalidRequestException invalid(String property, String reason) {
        return new InvalidRequestException(List.of(new FieldError(property, reason)));
    }
}
