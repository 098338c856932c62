package net.ixapi.auth.stub.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Measures the contenders in turns, and prints the ratios of what each round says. Arguments: rounds, seconds, requests. */
final class Benchmarks {
    private record Sample(double startMillis, double perSecond) {}

    private static final long WARM_UP = 60_000;

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        Duration time = Duration.ofSeconds(Integer.parseInt(arguments[1]));
        List<Map<Contender, Sample>> rounds = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(arguments[0]); i++) {
            rounds.add(round(time));
        }
        System.out.println(new Report(
                ratios(rounds, Contender.WIREMOCK, Sample::startMillis),
                ratios(rounds, Contender.BARE, Sample::startMillis),
                ratios(rounds, Contender.BARE, Sample::perSecond),
                ratios(rounds, Contender.WIREMOCK, Sample::perSecond),
                growth(Long.parseLong(arguments[2]))));
    }

    private static Map<Contender, Sample> round(Duration time) throws Exception {
        Map<Contender, Sample> samples = new EnumMap<>(Contender.class);
        for (Contender contender : Contender.values()) {
            try (Server server = Server.start(contender)) {
                // Until then the compiler is busy with it.
                Load.send(server.port(), WARM_UP);
                Sample sample = new Sample(server.startMillis(), Load.perSecond(server.port(), time));
                System.out.printf(
                        "%-8s  first 201 after %6.0f ms  %8.0f log-ins a second%n",
                        contender, sample.startMillis(), sample.perSecond());
                samples.put(contender, sample);
            }
        }
        return samples;
    }

    private static List<Double> ratios(
            List<Map<Contender, Sample>> rounds, Contender other, ToDoubleFunction<Sample> value) {
        return rounds.stream()
                .map(round -> value.applyAsDouble(round.get(Contender.STUB)) / value.applyAsDouble(round.get(other)))
                .toList();
    }

    /** What is alive after many requests, by what is alive after ten thousand. */
    private static List<Double> growth(long requests) throws Exception {
        try (Server server = Server.start(Contender.STUB)) {
            Load.send(server.port(), 10_000);
            long before = server.liveBytes();
            Load.send(server.port(), requests);
            long after = server.liveBytes();
            System.out.printf(
                    "alive after 10000 requests: %d bytes, after %d more: %d bytes%n", before, requests, after);
            return List.of((double) after / before);
        }
    }
}
