package net.ixapi.auth.stub.benchmark;

import java.util.List;

/** What the rounds say, and whether it meets the goals. The median of the rounds counts. */
record Report(
        List<Double> startToWireMock,
        List<Double> startToBare,
        List<Double> speedToBare,
        List<Double> speedToWireMock,
        List<Double> growth) {
    @Override
    public String toString() {
        return line(
                        "start to first 201: stub / WireMock",
                        startToWireMock,
                        "at most 0.50",
                        median(startToWireMock) <= 0.5)
                + line("start to first 201: stub / bare Javalin", startToBare, "", true)
                + line(
                        "log-ins a second: stub / bare Javalin",
                        speedToBare,
                        "at least 0.85",
                        median(speedToBare) >= 0.85)
                + line("log-ins a second: stub / WireMock", speedToWireMock, "at least 3", median(speedToWireMock) >= 3)
                + line("memory after many / after ten thousand", growth, "at most 1.05", median(growth) <= 1.05);
    }

    private static String line(String what, List<Double> values, String goal, boolean met) {
        return "%n%-42s %6.2f  (%.2f … %.2f)  %-13s %s"
                .formatted(
                        what,
                        median(values),
                        values.stream().min(Double::compare).orElseThrow(),
                        values.stream().max(Double::compare).orElseThrow(),
                        goal,
                        goal.isEmpty() ? "" : met ? "met" : "MISSED");
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
