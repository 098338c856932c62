package net.ixapi.auth.stub.fault;

import java.util.List;
import java.util.function.Function;
import net.ixapi.auth.server.runtime.InvalidMember;
import net.ixapi.auth.server.runtime.InvalidRequestException;
import org.jspecify.annotations.Nullable;

/** What is demanded of the members of a fault in JSON. */
final class FaultMembers {
    private FaultMembers() {}

    static <T> T given(String member, @Nullable T value) {
        require(value != null, member, "is required");
        return value;
    }

    static <T, R> R checked(String member, T value, Function<T, R> use, String reason) {
        try {
            return use.apply(value);
        } catch (IllegalArgumentException e) {
            throw invalid(member, reason);
        }
    }

    static void require(boolean condition, String member, String reason) {
        if (!condition) {
            throw invalid(member, reason);
        }
    }

    static InvalidRequestException invalid(String member, String reason) {
        return new InvalidRequestException(List.of(new InvalidMember(member, reason)));
    }
}
