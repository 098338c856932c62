package net.ixapi.auth.stub.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** So many log-ins, by sixteen clients, each over one connection. */
final class Load {
    private static final int CONNECTIONS = 16;

    private Load() {}

    static void send(int port, long requests) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            List<Callable<Void>> clients = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                clients.add(() -> client(port, requests / CONNECTIONS));
            }
            for (Future<Void> client : threads.invokeAll(clients)) {
                client.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    private static Void client(int port, long requests) throws IOException {
        try (Connection connection = new Connection(port)) {
            for (long i = 0; i < requests; i++) {
                connection.logIn();
            }
        }
        return null;
    }
}
