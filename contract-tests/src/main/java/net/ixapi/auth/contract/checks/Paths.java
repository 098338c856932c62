package net.ixapi.auth.contract.checks;

import java.util.List;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.engine.Probe;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Request;

/** Paths that the document does not have. */
final class Paths implements Check {
    private static final String SOURCE = "RFC 9110, section 15.5.5";

    @Override
    public String name() {
        return "paths";
    }

    @Override
    public String title() {
        return "there is nothing at other paths";
    }

    @Override
    public void run(Probe probe) {
        for (Operation operation : probe.operations()) {
            String path = operation.path();
            for (String other : List.of(path + "/unknown", path + "x", "/unknown" + path)) {
                ask(probe, operation, other);
            }
        }
    }

    private void ask(Probe probe, Operation operation, String path) {
        Exchange exchange = probe.send(Request.json(operation.method(), path, "{}"));
        int status = exchange.status();
        if (status / 100 != 4) {
            Level level = status / 100 == 2 ? Level.VIOLATION : Level.WEAKNESS;
            probe.report(name(), level, operation, "a path of no operation brings " + status, "404", SOURCE, exchange);
        }
    }
}
