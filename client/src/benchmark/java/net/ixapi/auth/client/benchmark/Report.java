package net.ixapi.auth.client.benchmark;

import java.util.List;
import java.util.Map;

/** The two tables in which a run ends: what was measured, and whether it meets the goals. */
final class Report {
    private final List<Map<Contender, Sample>> rounds;
    private final StringBuilder text = new StringBuilder();

    Report(List<Map<Contender, Sample>> rounds) {
        this.rounds = rounds;
        line("%n%-48s %12s %12s", "one call (median of %d rounds)".formatted(rounds.size()), "ns", "bytes");
        for (Contender contender : Contender.values()) {
            line(
                    "%-48s %12.1f %12.1f",
                    contender.title(),
                    Spread.of(rounds, round -> round.get(contender).nanos()).median(),
                    Spread.of(rounds, round -> round.get(contender).bytes()).median());
        }
        line("%n%-48s %8s %16s  %-12s", "", "median", "quartiles", "goal");
        Goal.ALL.forEach(this::line);
    }

    private void line(Goal goal) {
        Spread spread = Spread.of(rounds, goal.value());
        line(
                "%-48s %8.2f %7.2f … %6.2f  %-12s %s",
                goal.what(),
                spread.median(),
                spread.low(),
                spread.high(),
                goal.wanted(),
                goal.met().test(spread.median()) ? "met" : "MISSED");
    }

    private void line(String format, Object... values) {
        text.append(format.formatted(values)).append(System.lineSeparator());
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
