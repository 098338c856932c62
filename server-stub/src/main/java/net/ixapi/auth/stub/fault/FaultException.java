package net.ixapi.auth.stub.fault;

import io.javalin.http.Context;
import java.util.function.Consumer;

/** Ends a request where a fault answers it, before the operation is called. */
final class FaultException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    final transient Consumer<Context> response;

    FaultException(Consumer<Context> response) {
        super("a fault", null, false, false);
        this.response = response;
    }
}
