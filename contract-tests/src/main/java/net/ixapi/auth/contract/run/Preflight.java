package net.ixapi.auth.contract.run;

import java.util.List;
import java.util.Optional;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.document.SchemaViolation;
import net.ixapi.auth.contract.engine.Fixtures;
import net.ixapi.auth.contract.engine.Probe;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Failure;
import net.ixapi.auth.contract.wire.Request;
import net.ixapi.auth.contract.wire.Response;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** One message for a server that is not there, and not one for each check. */
final class Preflight {
    private Preflight() {}

    /** Nothing is sent that may change something: a log-in, or else nothing. */
    static void require(Probe probe) throws UnreachableException {
        Optional<Operation> logIn = probe.fixtures().logIn();
        if (logIn.isPresent()) {
            require(probe, logIn.get());
        }
    }

    private static void require(Probe probe, Operation operation) throws UnreachableException {
        ObjectNode credentials = probe.fixtures().good(operation).orElseThrow();
        for (SchemaViolation violation : probe.document().violations(operation, credentials)) {
            throw new WrongCredentialsException("The credentials break the document: " + violation.text());
        }
        Request request = Fixtures.request(operation, credentials);
        Exchange good = probe.send(operation, request);
        String where = probe.target().baseUri().toString();
        Failure failure = good.failure();
        if (failure != null && failure.kind() != Failure.Kind.BROKEN) {
            throw new UnreachableException("Nothing answers at " + where + ": " + failure);
        }
        // A broken server may answer one of them with anything, but hardly both.
        Exchange empty = probe.send(operation, Request.json(operation.method(), operation.path(), "{}"));
        if (isForeign(good.response()) && isForeign(empty.response())) {
            throw new UnreachableException("There is no IX-API at " + where + ": " + operation.label() + " brings "
                    + good.status() + " without the JSON of one. Does the address have its path, such as /api/v2?");
        }
        if (isRefused(good) && isRefused(probe.send(operation, request))) {
            throw new WrongCredentialsException("The server refuses the credentials (" + operation.label() + " brings "
                    + good.status() + "): set --api-key and --api-secret to ones that it knows");
        }
    }

    private static boolean isRefused(Exchange exchange) {
        return exchange.status() == 401 || exchange.status() == 403;
    }

    private static boolean isForeign(@Nullable Response response) {
        return response != null
                && (List.of(404, 405, 501).contains(response.status())
                        || response.status() / 100 == 3
                        || !response.json().isObject());
    }
}
