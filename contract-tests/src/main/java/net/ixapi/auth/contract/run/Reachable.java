package net.ixapi.auth.contract.run;

import java.util.Optional;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.engine.Fixtures;
import net.ixapi.auth.contract.engine.Probe;
import net.ixapi.auth.contract.wire.Exchange;

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
        Exchange exchange = probe.send(
                operation,
                Fixtures.request(operation, probe.fixtures().good(operation).orElseThrow()));
        String where = probe.target().baseUri().toString();
        if (exchange.answer() == null) {
            throw new UnreachableException("Nothing answers at " + where + ": " + exchange.failure());
        }
        int status = exchange.status();
        if (status == 404 || status == 405 || status / 100 == 3) {
            throw new UnreachableException("There is no IX-API at " + where + ": " + operation.label() + " brings "
                    + status + ". Does the address have its path, such as /api/v2?");
        }
    }
}
