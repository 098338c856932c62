package net.ixapi.auth.stub.journal;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
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

    /** RFC 9110, section 9.1, and RFC 5789. */
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH");

    /** No word is so long that tells of a client, but every token. */
    private static final int LONGEST_WORD = 40;

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
        config.routes.after(ApiPaths.only(this::write));
    }

    private void write(Context context) {
        Object fault = context.attribute(FaultFilter.FAULT);
        if (fault == null) {
            journal.accept(entry(context, null, context.statusCode()));
        } else if (!FaultFilter.isForgotten(context)) {
            boolean unanswered = context.attribute(FaultFilter.UNANSWERED) != null;
            journal.accept(entry(context, fault.toString(), unanswered ? 0 : context.statusCode()));
        }
    }

    private JournalEntry entry(Context context, @Nullable String fault, int status) {
        Operation operation = ApiPaths.operation(context);
        String method = context.method().name();
        return new JournalEntry(
                clock.instant(),
                operation == null && !METHODS.contains(method) ? "*" : method,
                operation == null ? ApiPaths.withoutSecrets(context) : context.path(),
                operation == null ? null : operation.id(),
                status,
                fault,
                headers(context));
    }

    private static Map<String, String> headers(Context context) {
        Map<String, String> headers = new TreeMap<>();
        for (String name : HARMLESS) {
            String value = context.header(name);
            if (value != null) {
                headers.put(name, mayHoldASecret(value) ? "*" : value);
            }
        }
        String authorization = context.header("authorization");
        if (authorization != null) {
            headers.put("authorization", "*");
        }
        return headers;
    }

    private static boolean mayHoldASecret(String value) {
        int word = 0;
        for (int i = 0; i < value.length() && word <= LONGEST_WORD; i++) {
            word = " ,;()\"".indexOf(value.charAt(i)) < 0 ? word + 1 : 0;
        }
        return word > LONGEST_WORD || value.length() > MOST_CHARACTERS;
    }
}
