package net.ixapi.auth.client.benchmark;

import static net.ixapi.auth.client.benchmark.Contender.BY_HAND;
import static net.ixapi.auth.client.benchmark.Contender.CLIENT;
import static net.ixapi.auth.client.benchmark.Contender.CLOCK;
import static net.ixapi.auth.client.benchmark.Contender.STOCK;
import static net.ixapi.auth.client.benchmark.Contender.TOKEN;
import static net.ixapi.auth.client.benchmark.Contender.TOKEN_FOR_TWO;

import java.util.List;
import java.util.Map;
import java.util.function.DoublePredicate;
import java.util.function.ToDoubleFunction;

/**
 * What the client must keep to. A ratio compares what one round measured, within seconds of each other.
 *
 * @param what what is compared
 * @param value what one round says of it
 * @param wanted the goal in words
 * @param met whether a value meets it
 */
record Goal(String what, ToDoubleFunction<Map<Contender, Sample>> value, String wanted, DoublePredicate met) {
    static final List<Goal> ALL = List.of(
            new Goal(
                    "log-in, time: this client / by hand",
                    round -> round.get(CLIENT).nanos() / round.get(BY_HAND).nanos(),
                    "at most 1.05",
                    ratio -> ratio <= 1.05),
            new Goal(
                    "log-in, bytes: this client / by hand",
                    round -> round.get(CLIENT).bytes() / round.get(BY_HAND).bytes(),
                    "at most 1.20",
                    ratio -> ratio <= 1.2),
            new Goal(
                    "log-in, time: this client / stock client",
                    round -> round.get(CLIENT).nanos() / round.get(STOCK).nanos(),
                    "below 1",
                    ratio -> ratio < 1),
            new Goal(
                    "fresh token, time: the token / reading the clock",
                    round -> round.get(TOKEN).nanos() / round.get(CLOCK).nanos(),
                    "at most 1.1",
                    ratio -> ratio <= 1.1),
            new Goal(
                    // The profiler's own objects are spread over a hundred million calls.
                    "fresh token, bytes", round -> round.get(TOKEN).bytes(), "0", bytes -> bytes < 0.01),
            new Goal(
                    "fresh token, calls a second: two threads / one",
                    round -> 2
                            * round.get(TOKEN).nanos()
                            / round.get(TOKEN_FOR_TWO).nanos(),
                    "at least 1.7",
                    ratio -> ratio >= 1.7));
}
