package net.ixapi.auth.client.benchmark;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * Answers every request with the same pair of tokens. A process of its own, so that what it allocates is not counted; it ends
 * when whoever started it does.
 */
final class ConstantServer {
    private static final String CONTENT_LENGTH = "content-length:";
    private static final String BODY = "{\"access_token\": \"%s\", \"refresh_token\": \"%s\"}"
            .formatted(Tokens.expiringInAnHour("access"), Tokens.expiringInAnHour("refresh"));
    private static final byte[] ANSWER = ("HTTP/1.1 201 Created\r\n"
                    + "Date: Tue, 24 Nov 2026 00:00:00 GMT\r\n"
                    + "Content-Type: application/json\r\n"
                    + "Content-Length: " + BODY.length() + "\r\n\r\n" + BODY)
            .getBytes(ISO_8859_1);

    private ConstantServer() {}

    public static void main(String[] args) throws IOException {
        ServerSocket listening = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        System.out.println(listening.getLocalPort());
        start(() -> accept(listening));
        // The end of the input is the end of the parent.
        System.in.transferTo(System.out);
        System.exit(0);
    }

    private static void accept(ServerSocket listening) throws IOException {
        while (true) {
            Socket connection = listening.accept();
            connection.setTcpNoDelay(true);
            start(() -> serve(connection));
        }
    }

    private static void serve(Socket connection) throws IOException {
        try (connection) {
            InputStream requests = new BufferedInputStream(connection.getInputStream());
            for (int length = contentLength(requests); length >= 0; length = contentLength(requests)) {
                requests.skipNBytes(length);
                connection.getOutputStream().write(ANSWER);
            }
        }
    }

    /** Reads a head; less than 0 where there is none. */
    private static int contentLength(InputStream requests) throws IOException {
        int length = 0;
        StringBuilder line = new StringBuilder();
        for (int next = requests.read(); next >= 0; next = requests.read()) {
            if (next != '\n') {
                line.append((char) next);
                continue;
            }
            String header = line.toString().strip();
            if (header.isEmpty()) {
                return length;
            }
            if (header.regionMatches(true, 0, CONTENT_LENGTH, 0, CONTENT_LENGTH.length())) {
                length = Integer.parseInt(
                        header.substring(CONTENT_LENGTH.length()).strip());
            }
            line.setLength(0);
        }
        return -1;
    }

    /** What is done until it fails. */
    private interface Task {
        void run() throws IOException;
    }

    private static void start(Task task) {
        Thread thread = new Thread(() -> {
            try {
                task.run();
            } catch (IOException e) {
                // A client that was closed; a request that fails is noticed where it is sent.
                return;
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
