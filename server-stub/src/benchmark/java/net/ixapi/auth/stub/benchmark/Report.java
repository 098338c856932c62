package net.ixapi.auth.stub.benchmark;

import java.util.List;
import java.util.Map;

/** What the rounds say, and whether it meets the goals. The median of the rounds counts. */
record Report(
        List<Map<Contender, Double>> starts, List<Map<Contender, Double>> speeds, double growth, double hostileGrowth) {
    private static final String START = "start to first 201: ";
    private static final String SPEED = "log-ins a second: ";

    @Override
    public String toString() {
        return line(START + "stub with its archive / WireMock", ratios(starts, Contender.ARCHIVED, Contender.WIREMOCK))
                        .atMost(0.42)
                + line(
                        START + "the same / WireMock with its options",
                        ratios(starts, Contender.ARCHIVED, Contender.FAST_WIREMOCK))
                + line(START + "stub without / WireMock", ratios(starts, Contender.STUB, Contender.WIREMOCK))
                + line(START + "bare Javalin / WireMock", ratios(starts, Contender.BARE, Contender.WIREMOCK))
                + line(SPEED + "stub / bare Javalin", ratios(speeds, Contender.STUB, Contender.BARE))
                        .atLeast(0.9)
                + line(SPEED + "stub / WireMock", ratios(speeds, Contender.STUB, Contender.WIREMOCK))
                        .atLeast(3)
                + line(SPEED + "bare Javalin / WireMock", ratios(speeds, Contender.BARE, Contender.WIREMOCK))
                + line("memory after many / after ten thousand", List.of(growth))
                        .atMost(1.05)
                + line("memory after hostile input / after half of it", List.of(hostileGrowth))
                        .atMost(1.05);
    }

    private static List<Double> ratios(List<Map<Contender, Double>> rounds, Contender one, Contender other) {
        return rounds.stream()
                .map(round -> round.get(one) / round.get(other))
                .sorted()
                .toList();
    }

    private static Line line(String what, List<Double> ratios) {
        return new Line(what, ratios);
    }

    private record Line(String what, List<Double> ratios) {
        String atMost(double goal) {
            return this + "at most %.2f   %s".formatted(goal, median() <= goal ? "met" : "MISSED");
        }

        String atLeast(double goal) {
            return this + "at least %.2f  %s".formatted(goal, median() >= goal ? "met" : "MISSED");
        }

        private double median() {
            return ratios.get(ratios.size() / 2);
        }

        @Override
        public String toString() {
            return "%n%-54s %5.2f  (%.2f … %.2f)  "
                    .formatted(what, median(), ratios.get(0), ratios.get(ratios.size() - 1));
        }
    }
}
