package net.ixapi.auth.client.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;

/** Measures all contenders in turns, so that each has its share of a machine's good and bad times, and reports. */
final class Benchmarks {
    private Benchmarks() {}

    /**
     * Runs the benchmarks.
     *
     * @param args how many rounds
     */
    public static void main(String[] args) throws IOException, RunnerException {
        int rounds = Integer.parseInt(args[0]);
        List<Map<Contender, Sample>> samples = new ArrayList<>();
        try (ServerProcess server = ServerProcess.start()) {
            for (int round = 1; round <= rounds; round++) {
                samples.add(round(server.address()));
                System.out.printf("round %d of %d%n", round, rounds);
            }
        }
        System.out.print(new Report(samples));
    }

    private static Map<Contender, Sample> round(String address) throws RunnerException {
        Map<Contender, Sample> round = new EnumMap<>(Contender.class);
        for (Contender contender : Contender.values()) {
            round.put(contender, contender.measure(address));
        }
        return round;
    }
}
