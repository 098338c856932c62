package net.ixapi.auth.stub.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

/**
 * Measures the contenders in turns, and prints the ratios of what each round says. Arguments: rounds, seconds,
 * requests, hostile requests, minutes of the soak. With a soak, nothing else is measured.
 */
final class Benchmarks {
    private static final int AT_FIRST = 10_000;
    private static final Set<String> ASKED_FOR = Set.of("501", "505");

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        int minutes = Integer.parseInt(arguments[4]);
        if (minutes > 0) {
            Soak.run(minutes);
            return;
        }
        int rounds = Integer.parseInt(arguments[0]);
        Duration time = Duration.ofSeconds(Integer.parseInt(arguments[1]));
        System.out.println(new Report(
                starts(rounds),
                speeds(rounds, time),
                growth(Long.parseLong(arguments[2])),
                hostility(Long.parseLong(arguments[3]))));
    }

    /** Milliseconds from the start of a process to its first 201. */
    private static List<Map<Contender, Double>> starts(int rounds) throws Exception {
        List<Map<Contender, Double>> starts = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            Map<Contender, Double> round = new EnumMap<>(Contender.class);
            for (Contender contender : Contender.values()) {
                try (Server server = Server.start(contender)) {
                    round.put(contender, server.startMillis());
                }
            }
            System.out.println("first 201 after milliseconds: " + rounded(round));
            starts.add(round);
        }
        return starts;
    }

    /** Log-ins a second, of servers that run side by side but are asked in turns, when their compilers have done their work. */
    private static List<Map<Contender, Double>> speeds(int rounds, Duration time) throws Exception {
        Map<Contender, Server> servers = new EnumMap<>(Contender.class);
        try {
            for (Contender contender : Contender.OF_LONG_RUNS) {
                servers.put(contender, Server.start(contender));
                System.out.println(contender + " warms up: "
                        + Wrk.warmUp(servers.get(contender).port()));
            }
            List<Map<Contender, Double>> speeds = new ArrayList<>();
            for (int i = 0; i < rounds; i++) {
                speeds.add(speeds(servers, time));
            }
            return speeds;
        } finally {
            servers.values().forEach(Server::close);
        }
    }

    private static Map<Contender, Double> speeds(Map<Contender, Server> servers, Duration time) throws Exception {
        Map<Contender, Double> round = new EnumMap<>(Contender.class);
        for (Map.Entry<Contender, Server> server : servers.entrySet()) {
            round.put(server.getKey(), Wrk.perSecond(server.getValue().port(), time));
        }
        System.out.println("log-ins a second: " + rounded(round));
        return round;
    }

    /** What is alive after many requests, by what is alive after ten thousand. */
    private static double growth(long requests) throws Exception {
        try (Server server = Server.start(Contender.STUB)) {
            Load.send(server.port(), AT_FIRST);
            long before = server.liveBytes();
            Load.send(server.port(), requests);
            long after = server.liveBytes();
            System.out.printf(
                    "alive after %d requests: %d bytes, after %d more: %d%n", AT_FIRST, before, requests, after);
            return (double) after / before;
        }
    }

    /** What is alive after many hostile requests, by what is alive after half of them. */
    private static double hostility(long requests) throws Exception {
        try (Server server = Server.start(Contender.STUB)) {
            long before = aliveAfter(requests / 2, server);
            long after = aliveAfter(requests / 2, server);
            System.out.printf("alive after half of them: %d bytes, after all: %d%n", before, after);
            try (Connection client = new Connection(server.port())) {
                client.logIn();
            }
            return (double) after / before;
        }
    }

    private static long aliveAfter(long hostileRequests, Server server) throws Exception {
        Map<String, LongAdder> answers = Hostility.send(server.port(), hostileRequests);
        System.out.println("hostile requests, and their responses: " + answers);
        requireNoFailure(answers.keySet());
        return server.liveBytes();
    }

    /** RFC 9112, section 6.1, asks for a 501 where a transfer coding is not known; RFC 9110, section 15.6.6, for a 505. */
    private static void requireNoFailure(Set<String> answers) {
        if (answers.stream()
                .anyMatch(answer -> answer.equals("hang") || answer.startsWith("5") && !ASKED_FOR.contains(answer))) {
            throw new IllegalStateException("The stub failed, or did not answer.");
        }
    }

    private static Map<Contender, Long> rounded(Map<Contender, Double> values) {
        Map<Contender, Long> rounded = new EnumMap<>(Contender.class);
        values.forEach((contender, value) -> rounded.put(contender, Math.round(value)));
        return rounded;
    }
}
