package net.ixapi.auth.contract.checks;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.ixapi.auth.contract.engine.CheckContext;
import net.ixapi.auth.contract.engine.Fixtures;
import net.ixapi.auth.contract.tokens.Jwt;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Request;
import net.ixapi.auth.contract.wire.Response;

/**
 * What the contract leaves open, and this server has decided. Never a failure.
 *
 * @param context what the check works with
 */
record Observations(CheckContext context) {
    void run() {
        context.fixtures().pair().ifPresent(pair -> {
            token(Fixtures.ACCESS_TOKEN, pair);
            token(Fixtures.REFRESH_TOKEN, pair);
            Set<String> others = names(pair.json().propertyStream().map(Map.Entry::getKey));
            others.removeAll(Fixtures.TOKENS);
            if (!others.isEmpty()) {
                info("responses with tokens have further properties: " + others);
            }
            // RFC 6749, section 5.1, demands it of OAuth2 servers, whose responses are alike.
            String caching = pair.header("Cache-Control").orElse("");
            info("Cache-Control of responses with tokens: " + (caching.isEmpty() ? "none" : caching));
            context.probe()
                    .operations()
                    .refresh()
                    .map(context.as("refresh")::at)
                    .ifPresent(refresh -> {
                        reuse(refresh, pair);
                        renewal(refresh, pair);
                        refusal(refresh);
                    });
            Duration waited = context.probe().throttle().waited();
            if (!waited.isZero()) {
                info("limits the rate: the run waited for " + waited.toSeconds() + " s");
            }
        });
    }

    private void token(String name, Response pair) {
        Jwt.read(pair.property(name)).ifPresent(jwt -> {
            double issued = jwt.seconds("iat").orElse(0.0);
            String life = jwt.seconds("exp")
                    .filter(expiry -> issued > 0)
                    .map(expiry -> "lives for " + Math.round(expiry - issued) + " s")
                    .orElse("does not say how long it lives");
            Set<String> claims = names(jwt.claims().propertyStream().map(Map.Entry::getKey));
            info(name + ": " + jwt.algorithm() + ", " + life + ", claims " + claims);
        });
    }

    private void reuse(CheckContext refresh, Response pair) {
        Request request = refresh.refresh(pair);
        boolean first = refresh.send(request).success().isPresent();
        Exchange second = refresh.judged(request, refresh.documented("a used refresh token"));
        if (first) {
            boolean again = second.success().isPresent();
            info("a refresh token " + (again ? "can be used again" : "is good for one use, then " + second.status()));
        }
        if (first && second.success().isEmpty()) {
            refresh.fixtures().pair().ifPresent(fresh -> race(refresh, fresh));
        }
    }

    /** What is good for one use is looked up and used up in one step, or it is good for two at once. */
    private void race(CheckContext refresh, Response pair) {
        Request request = refresh.refresh(pair);
        List<Exchange> all = refresh.sendTogether(Collections.nCopies(3, request));
        all.forEach(exchange -> refresh.judge(exchange, refresh.documented("refreshes at the same time")));
        String cause = "a refresh token that is good for one use refreshes twice if it is sent twice at once";
        all.stream()
                .filter(exchange -> exchange.success().isPresent())
                .skip(1)
                .findFirst()
                .ifPresent(second -> refresh.report(cause, "one success", second));
    }

    private void renewal(CheckContext refresh, Response newer) {
        Optional<Response> kept = refresh.fixtures().keptPair(newer);
        if (kept.isEmpty()) {
            return;
        }
        Exchange renewed = refresh.send(refresh.refresh(kept.get()));
        if (expiresWith(kept.get(), renewed, Fixtures.REFRESH_TOKEN)) {
            // RFC 9700, section 4.14.2: the expiry of refresh tokens is the server's to decide.
            info("a refresh token expires with the one before");
        }
        boolean plausible = Fixtures.expiry(kept.get(), Fixtures.ACCESS_TOKEN)
                .filter(expiry -> TokenShape.isPlausible(refresh, expiry))
                .isPresent();
        if (plausible && expiresWith(kept.get(), renewed, Fixtures.ACCESS_TOKEN)) {
            // Once may be an accident: of two machines, one may be a second behind.
            refresh.fixtures().pair().ifPresent(fresh -> {
                refresh.probe().sleeper().await(Fixtures.SECOND.multipliedBy(2));
                Exchange exchange = refresh.send(refresh.refresh(fresh));
                if (expiresWith(fresh, exchange, Fixtures.ACCESS_TOKEN)
                        && !(isRounded(kept.get()) && isRounded(fresh))) {
                    refresh.report("access_token: its lifetime does not start anew", "a later 'exp'", exchange);
                }
            });
        }
    }

    private static boolean expiresWith(Response old, Exchange renewed, String token) {
        Optional<Double> before = Fixtures.expiry(old, token);
        return before.isPresent()
                && renewed.success()
                        // Of a token that is the old one, another finding tells.
                        .filter(pair -> !pair.property(token).equals(old.property(token)))
                        .flatMap(pair -> Fixtures.expiry(pair, token))
                        .equals(before);
    }

    /** Where expiries are whole minutes, those of one minute are the same. */
    private static boolean isRounded(Response pair) {
        return Fixtures.expiry(pair, Fixtures.ACCESS_TOKEN).orElse(0.0) % 60 == 0;
    }

    private void refusal(CheckContext refresh) {
        Response response = refresh.send(refresh.refresh("garbage")).response();
        if (response != null) {
            String texts = Stream.of("title", "detail")
                    .filter(name -> !response.property(name).isEmpty())
                    .map(name -> name + " '" + response.property(name) + "'")
                    .collect(Collectors.joining(", "));
            info("a problem says: " + (texts.isEmpty() ? "nothing" : texts));
            Set<String> headers = names(
                    response.headers().stream().map(header -> header.name().toLowerCase(Locale.ROOT)));
            info("headers of a problem: " + headers);
        }
    }

    private static Set<String> names(Stream<String> names) {
        return names.collect(Collectors.toCollection(TreeSet::new));
    }

    private void info(String what) {
        context.reportServer(what, "the contract leaves it open", null);
    }
}
