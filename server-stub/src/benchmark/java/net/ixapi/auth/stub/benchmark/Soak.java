package net.ixapi.auth.stub.benchmark;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

/**
 * All that is hard on a stub at once: log-ins, faults, clients that hang up while they wait, clients that send a byte a second,
 * hostile requests, and an admin interface in use. Prints each minute what is alive and how many threads there are (which it learns
 * from Linux); fails if the admin interface ever does.
 */
final class Soak {
    private static final int SLOW_CLIENTS = 50;
    private static final String HANG_UPS =
            "{\"fault\": \"delay\", \"time\": \"P1D\", \"times\": 0, \"headers\": {\"user-agent\": \"hangs up\"}}";

    private final int port;
    private final URI admin;
    private final LongAdder logIns = new LongAdder();
    private final LongAdder others = new LongAdder();
    private final LongAdder hangUps = new LongAdder();
    private final LongAdder adminCalls = new LongAdder();
    private final AtomicReference<String> failure = new AtomicReference<>();
    private volatile boolean over;

    private Soak(int port, int adminPort) {
        this.port = port;
        this.admin = URI.create("http://127.0.0.1:" + adminPort + "/_stub/");
    }

    /** What is done again and again. */
    private interface Step {
        void run() throws Exception;
    }

    static void run(int minutes) throws Exception {
        int adminPort = freePort();
        try (Server server = Server.start(List.of(
                "-jar",
                Path.of(System.getProperty("benchmark.folder"), "ixapi-auth-stub.jar")
                        .toString(),
                "--port=0",
                "--admin",
                "--admin-port=" + adminPort))) {
            new Soak(server.port(), adminPort).run(server, minutes);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void run(Server server, int minutes) throws Exception {
        call("POST", "faults", HANG_UPS);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            threads.add(repeat(this::logIns, Duration.ofMillis(50)));
            threads.add(repeat(this::hangUp, Duration.ofMillis(5)));
        }
        HostileRequests hostile = new HostileRequests(0);
        threads.add(repeat(() -> send(hostile.next()), Duration.ofMillis(5)));
        threads.add(repeat(this::control, Duration.ofMillis(200)));
        for (int i = 0; i < SLOW_CLIENTS; i++) {
            threads.add(repeat(this::dripOut, Duration.ofSeconds(1)));
        }
        for (int minute = 0; minute <= minutes; minute++) {
            System.out.printf(
                    "minute %d: %d bytes alive, %d threads; %d log-ins, %d hang-ups, %d admin calls, %d others%n",
                    minute,
                    server.liveBytes(),
                    server.threads(),
                    logIns.sumThenReset(),
                    hangUps.sumThenReset(),
                    adminCalls.sumThenReset(),
                    others.sumThenReset());
            Thread.sleep(minute < minutes ? Duration.ofMinutes(1).toMillis() : 0);
        }
        over = true;
        for (Thread thread : threads) {
            thread.interrupt();
        }
        if (failure.get() != null) {
            throw new IllegalStateException("The admin interface failed: " + failure.get());
        }
    }

    private Thread repeat(Step step, Duration pause) {
        Thread thread = new Thread(() -> {
            while (!over) {
                try {
                    step.run();
                    Thread.sleep(pause.toMillis());
                } catch (InterruptedException e) {
                    return;
                } catch (Exception e) {
                    // A fault, or a connection that the stub has cut off.
                    others.increment();
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void logIns() throws Exception {
        try (Connection connection = new Connection(port)) {
            for (int i = 0; i < 50; i++) {
                connection.logIn();
                logIns.increment();
            }
        }
    }

    private void hangUp() throws Exception {
        String request = new String(Connection.logInRequest(), StandardCharsets.US_ASCII)
                .replaceFirst("\r\n", "\r\nUser-Agent: hangs up\r\n");
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            Thread.sleep(20);
            hangUps.increment();
        }
    }

    private void send(byte[] request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request);
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        }
    }

    private void dripOut() throws Exception {
        byte[] request = Connection.logInRequest();
        try (Socket socket = new Socket("127.0.0.1", port)) {
            for (byte one : Arrays.copyOf(request, request.length - 1)) {
                socket.getOutputStream().write(one);
                Thread.sleep(1000);
            }
        }
    }

    /** Whatever the others do, each call is answered. */
    private void control() throws InterruptedException {
        try {
            call("POST", "clock", "{\"advance\": \"PT1S\"}");
            call("POST", "faults", "{\"fault\": \"status\", \"status\": 503, \"times\": 3}");
            call("POST", "faults", "{\"fault\": \"connection-reset\"}");
            call("GET", "journal", null);
            if (adminCalls.sum() % 100 == 0) {
                call("POST", "reset", null);
                call("POST", "faults", HANG_UPS);
            }
        } catch (IOException e) {
            failure.compareAndSet(null, e.toString());
        }
    }

    private void call(String method, String path, String body) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) admin.resolve(path).toURL().openConnection();
        connection.setConnectTimeout(10_000);
        connection.setReadTimeout(10_000);
        connection.setRequestMethod(method);
        if (body != null) {
            connection.setDoOutput(true);
            connection.setRequestProperty("Content-Type", "application/json");
            connection.getOutputStream().write(body.getBytes(StandardCharsets.US_ASCII));
        }
        if (connection.getResponseCode() >= 300) {
            throw new IOException(path + " brings " + connection.getResponseCode());
        }
        connection.getInputStream().readAllBytes();
        adminCalls.increment();
    }
}
