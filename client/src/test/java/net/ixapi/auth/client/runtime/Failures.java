package net.ixapi.auth.client.runtime;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.PrintWriter;
import java.io.StringWriter;
import net.ixapi.auth.client.error.ApiException;

/** How calls fail, and what their exceptions say. */
public final class Failures {
    private Failures() {}

    /** The exception that a request ends with. */
    static <E extends ApiException> E of(Class<E> type, Transport transport, ApiRequest<?> request) {
        return catchThrowableOfType(type, () -> transport.send(request));
    }

    /** All that ends up in a log: the messages of the exception, of all causes and of what was suppressed. */
    public static String saidBy(Throwable failure) {
        StringWriter said = new StringWriter();
        failure.printStackTrace(new PrintWriter(said, true));
        return said.toString();
    }
}
