package net.ixapi.auth.contract.wire;

import java.net.URI;
import java.time.Duration;

/** Ways to servers, with limits for tests. */
final class Wires {
    /** So long that no test waits for it, unless something is wrong. */
    static final Duration LONG = Duration.ofSeconds(30);
    /** For tests that wait until it is over. */
    static final Duration SHORT = Duration.ofMillis(300);
    /** The most that is read of a body. */
    static final int BYTES = 64 << 10;

    static final Request REQUEST = Request.json("POST", "/auth/token", "{\"a\":1}");

    private Wires() {}

    static Limits limits(Duration time) {
        return new Limits(time, time, LONG, BYTES, 100, 1_000);
    }

    static Wire to(URI server, Duration time) {
        return to(server, limits(time));
    }

    static Wire to(URI server, Limits limits) {
        return new Wire(server, Route.DIRECT, limits, Sleeper.REAL);
    }

    /** One request to a server that plays one script. */
    static Exchange exchange(Duration time, RawServer.Script script) {
        return exchange(REQUEST, time, script);
    }

    private static Exchange exchange(Request request, Duration time, RawServer.Script script) {
        try (RawServer server = RawServer.playing(script);
                Wire wire = to(server.uri(), time)) {
            return wire.send(request);
        }
    }

    /** One request to a server that reads it and sends these bytes, then closes the connection. */
    static Exchange exchange(String response) {
        return exchange(REQUEST, response);
    }

    static Exchange exchange(Request request, String response) {
        return exchange(request, LONG, dialogue -> {
            dialogue.request();
            dialogue.send(response);
        });
    }
}
