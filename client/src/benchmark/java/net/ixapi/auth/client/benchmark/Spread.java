package net.ixapi.auth.client.benchmark;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The median of all rounds, and the quartiles about it.
 *
 * @param low a quarter of the rounds is lower
 * @param median the value in the middle
 * @param high a quarter of the rounds is higher
 */
record Spread(double low, double median, double high) {
    static <T> Spread of(List<T> rounds, ToDoubleFunction<T> value) {
        double[] sorted = rounds.stream().mapToDouble(value).sorted().toArray();
        return new Spread(quantile(sorted, 0.25), quantile(sorted, 0.5), quantile(sorted, 0.75));
    }

    private static double quantile(double[] sorted, double part) {
        double position = part * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (sorted[above] - sorted[below]) * (position - below);
    }
}
