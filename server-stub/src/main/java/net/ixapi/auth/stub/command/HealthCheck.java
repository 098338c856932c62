package net.ixapi.auth.stub.command;

import java.net.URI;
import java.net.http.HttpResponse;

/** Asks a running stub whether it serves, as a container or a service manager does. Nothing of it is in the stub's journal. */
final class HealthCheck {
    private static final int OK = 200;

    private HealthCheck() {}

    static boolean passes(String host, int port) {
        URI contract =
                URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port + "/openapi.yaml");
        HttpResponse<?> answer = new StubCaller().get(contract);
        return answer != null && answer.statusCode() == OK;
    }
}
