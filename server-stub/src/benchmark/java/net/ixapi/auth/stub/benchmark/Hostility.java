package net.ixapi.auth.stub.benchmark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Many hostile requests at a server, each over a connection of its own, and what became of them. */
final class Hostility {
    private static final int CLIENTS = 16;
    private static final int PATIENCE_MILLIS = 20_000;

    /** Of requests that are begun, and never ended while the others are sent. */
    private static final int HALF_OPEN = 200;

    private static final Pattern STATUS = Pattern.compile("(?m)^HTTP/1\\.1 (\\d{3})");

    private final int port;
    private final Map<String, LongAdder> answers = new ConcurrentSkipListMap<>();

    private Hostility(int port) {
        this.port = port;
    }

    /** How many requests were answered how: statuses, {@code none} for a connection that was closed, {@code hang}. */
    static Map<String, LongAdder> send(int port, long requests) throws Exception {
        Hostility hostility = new Hostility(port);
        List<Socket> halfOpen = new ArrayList<>();
        try {
            for (int i = 0; i < HALF_OPEN; i++) {
                halfOpen.add(new Socket("127.0.0.1", port));
                halfOpen.get(i).getOutputStream().write(Connection.logInRequest(), 0, i);
            }
            hostility.sendAll(requests);
        } finally {
            for (Socket socket : halfOpen) {
                socket.close();
            }
        }
        return hostility.answers;
    }

    private void sendAll(long requests) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Callable<Void>> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                HostileRequests client = new HostileRequests(i);
                clients.add(() -> send(client, requests / CLIENTS));
            }
            for (Future<Void> client : threads.invokeAll(clients)) {
                client.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    private Void send(HostileRequests client, long requests) throws IOException {
        for (long i = 0; i < requests; i++) {
            Matcher statuses = STATUS.matcher(answer(client.next()));
            int found = 0;
            for (; statuses.find(); found++) {
                count(statuses.group(1));
            }
            if (found == 0) {
                count("none");
            }
        }
        return null;
    }

    private void count(String answer) {
        answers.computeIfAbsent(answer, key -> new LongAdder()).increment();
    }

    private String answer(byte[] request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            try {
                socket.getOutputStream().write(request);
                socket.shutdownOutput();
                socket.getInputStream().transferTo(answer);
            } catch (SocketTimeoutException e) {
                count("hang");
            } catch (SocketException e) {
                // The server closed the connection before it had read everything.
            }
            return answer.toString(StandardCharsets.ISO_8859_1);
        }
    }
}
