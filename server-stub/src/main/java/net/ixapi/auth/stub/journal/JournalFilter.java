package net.ixapi.auth.stub.journal;

import io.javalin.http.Context;
import java.time.Clock;
import java.util.function.Consumer;
import net.ixapi.auth.server.runtime.ApiOperation;
import net.ixapi.auth.stub.fault.Exchange;
import net.ixapi.auth.stub.http.RequestAccount;
import net.ixapi.auth.stub.http.StubOperations;
import org.eclipse.jetty.http.HttpMethod;
import org.jspecify.annotations.Nullable;

/**
 * Writes the requests to the API into the journal. Safe for many threads.
 *
 * @param clock tells when a request was answered
 * @param journal where requests are written that begin before it is cleared
 * @param operations what requests can call
 * @param listener is told of each; called by many threads at once
 */
public record JournalFilter(Clock clock, Journal journal, StubOperations operations, Consumer<JournalEntry> listener) {
    private static final String PAGES = JournalFilter.class.getName();

    /**
     * Notes that a request begins.
     *
     * @param context the request
     */
    public void open(Context context) {
        // The request before this one on the same thread has left its account behind. To remove it would take longer.
        RequestAccount.set(null);
        context.attribute(PAGES, journal.open());
    }

    /**
     * Writes a request into the journal.
     *
     * @param context the request, whose operation was called
     */
    public void write(Context context) {
        JournalEntry entry = entry(context, Exchange.of(context));
        Journal.Pages pages = context.attribute(PAGES);
        if (pages != null) {
            pages.add(entry);
        }
        listener.accept(entry);
    }

    private JournalEntry entry(Context context, @Nullable Exchange exchange) {
        ApiOperation operation = operations.operation(context);
        String method = context.method().name();
        return new JournalEntry(
                clock.instant(),
                operation == null && HttpMethod.fromString(method) == null ? "*" : method,
                operation == null ? operations.withoutSecrets(context) : context.path(),
                operation == null ? null : operation.id(),
                RequestAccount.get(),
                exchange != null && exchange.isUnanswered() ? 0 : context.statusCode(),
                exchange == null ? null : exchange.fault().toString());
    }
}
