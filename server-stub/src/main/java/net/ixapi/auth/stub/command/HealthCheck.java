package net.ixapi.auth.stub.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks a running stub whether it serves, as a container or a service manager does. Nothing of it is in the stub's journal. */
final class HealthCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int OK = 200;

    private HealthCheck() {}

    static boolean passes(String host, int port) {
        URI contract =
                URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port + "/openapi.yaml");
        HttpRequest request = HttpRequest.newBuilder(contract).timeout(PATIENCE).build();
        try {
            return HttpClient.newBuilder()
                            .connectTimeout(PATIENCE)
                            .build()
                            .send(request, BodyHandlers.discarding())
                            .statusCode()
                    == OK;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
