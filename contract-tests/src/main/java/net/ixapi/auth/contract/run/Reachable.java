package net.ixapi.auth.contract.run;

import java.util.List;
import java.util.Optional;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.engine.Fixtures;
import net.ixapi.auth.contract.engine.Probe;
import net.ixapi.auth.contract.wire.Answer;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Failure;
import net.ixapi.auth.contract.wire.Request;
import org.jspecify.annotations.Nullable;

/** One message for a server that is not there, and not one for each check. */
final class Reachable {
    private Reachable() {}

    static void require(Probe probe) throws UnreachableException {
        Optional<Operation> first =
                probe.fixtures().logIn().or(() -> probe.operations().stream().findFirst());
        if (first.isPresent()) {
            require(probe, first.get());
        }
    }

    private static void require(Probe probe, Operation operation) throws UnreachableException {
        Exchange good = probe.send(operation, first(probe, operation));
        String where = probe.target().baseUri().toString();
        Failure failure = good.failure();
        if (failure != null && failure.kind() != Failure.Kind.BROKEN) {
            throw new UnreachableException("Nothing answers at " + where + ": " + failure);
        }
        // A broken server may answer one of them with anything, but hardly both.
        Exchange empty = probe.send(operation, Request.json(operation.method(), operation.path(), "{}"));
        if (isForeign(good.answer()) && isForeign(empty.answer())) {
            throw new UnreachableException("There is no IX-API at " + where + ": " + operation.label() + " brings "
                    + good.status() + " without the JSON of one. Does the address have its path, such as /api/v2?");
        }
    }

    /** A good one, where the document or the credentials make one. */
    private static Request first(Probe probe, Operation operation) {
        return probe.fixtures()
                .good(operation)
                .map(body -> Fixtures.request(operation, body))
                .orElseGet(() -> Request.bare(operation.method(), operation.path()));
    }

    private static boolean isForeign(@Nullable Answer answer) {
        return answer != null
                && (List.of(404, 405, 501).contains(answer.status())
                        || answer.status() / 100 == 3
                        || !answer.json().isObject());
    }
}
