package net.ixapi.auth.stub.journal;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import net.ixapi.auth.server.runtime.Operation;
import net.ixapi.auth.stub.fault.FaultFilter;
import net.ixapi.auth.stub.http.ApiPaths;
import org.jspecify.annotations.Nullable;

/** Writes the requests to the API into the journal. Safe for many threads. */
public final class JournalFilter {
    /** What is known to hold no secret. */
    private static final String[] HARMLESS = {
        "accept", "content-length", "content-type", "expect", "transfer-encoding", "user-agent"
    };

    private static final int MOST_CHARACTERS = 200;

    private final Clock clock;
    private final Consumer<JournalEntry> journal;

    /**
     * A filter.
     *
     * @param clock tells when a request was answered
     * @param journal what takes the entries; called by many threads at once
     */
    public JournalFilter(Clock clock, Consumer<JournalEntry> journal) {
        this.clock = clock;
        this.journal = journal;
    }

    /**
     * Puts the filter after the operations.
     *
     * @param config the configuration of a server that is not started yet
     */
    public void install(JavalinConfig config) {
        config.routes.after(ApiPaths.only(context -> journal.accept(entry(context))));
    }

    private JournalEntry entry(Context context) {
        Operation operation = ApiPaths.operation(context);
        boolean unanswered = context.attribute(FaultFilter.UNANSWERED) != null;
        return new JournalEntry(
                clock.instant(),
                context.method().name(),
                operation == null ? ApiPaths.withoutSecrets(context) : context.path(),
                operation == null ? null : operation.id(),
                unanswered ? 0 : context.statusCode(),
                text(context.attribute(FaultFilter.FAULT)),
                headers(context));
    }

    private static @Nullable String text(@Nullable Object fault) {
        return fault == null ? null : fault.toString();
    }

    private static Map<String, String> headers(Context context) {
        Map<String, String> headers = new TreeMap<>();
        for (String name : HARMLESS) {
            String value = context.header(name);
            if (value != null) {
                headers.put(name, value.substring(0, Math.min(value.length(), MOST_CHARACTERS)));
            }
        }
        String authorization = context.header("authorization");
        if (authorization != null) {
            headers.put("authorization", "*");
        }
        return headers;
    }
}
