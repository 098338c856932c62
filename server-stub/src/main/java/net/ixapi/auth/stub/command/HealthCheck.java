package net.ixapi.auth.stub.command;

import java.net.HttpURLConnection;
import java.net.URI;

/** Asks a running stub whether it serves, as a container or a service manager does. Nothing of it is in the stub's journal. */
final class HealthCheck {
    private HealthCheck() {}

    /**
     * Asks.
     *
     * @throws IllegalArgumentException if there can be no such host
     */
    static boolean passes(String host, int port) {
        boolean bare = host.contains(":") && !host.startsWith("[");
        URI contract = URI.create("http://" + (bare ? "[" + host + "]" : host) + ":" + port + "/openapi.yaml");
        StubCaller.Answer answer = StubCaller.call(contract, null);
        return answer != null && answer.status() == HttpURLConnection.HTTP_OK;
    }
}
