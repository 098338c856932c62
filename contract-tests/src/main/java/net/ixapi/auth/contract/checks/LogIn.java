package net.ixapi.auth.contract.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import net.ixapi.auth.contract.engine.CheckContext;
import net.ixapi.auth.contract.engine.Expectation;
import net.ixapi.auth.contract.engine.Fixtures;
import net.ixapi.auth.contract.targets.ContractTarget;
import net.ixapi.auth.contract.tokens.Jwt;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Request;

/**
 * Right credentials work, and work again, also for two programs at once.
 *
 * @param context what the check works with
 */
record LogIn(CheckContext context) {
    private static final int TIMES = 3;
    private static final Set<String> TIMES_OF_TOKENS = Set.of("exp", "iat", "nbf");

    void run() {
        Request request = context.fixtures().logIn(context.operation());
        List<Exchange> all = new ArrayList<>();
        // Where some are refused, and others are not, more tell whether that is an accident.
        for (int i = 0; i < TIMES || i < 2 * TIMES && refused(all) % i > 0; i++) {
            all.add(context.send(request));
        }
        // Once may be an accident.
        boolean often = refused(all) > 1;
        boolean always = refused(all) == all.size();
        Expectation success = context.success("right credentials are refused" + (always ? "" : " now and then"));
        all.stream()
                .filter(exchange -> often || exchange.success().isPresent())
                .forEach(exchange -> context.judge(exchange, success));
        if (!often) {
            together(all);
        }
    }

    /**
     * Of the three, one is of another account, where there is one, and one has a wrong secret: whoever keeps them apart by luck mixes them
     * up now.
     */
    private void together(List<Exchange> alone) {
        Exchange first = alone.get(alone.size() - 1);
        Exchange second = context.fixtures()
                .secondLogIn(context.operation())
                .map(context::send)
                .filter(exchange -> exchange.success().isPresent())
                .orElse(first);
        Request wrong = wrongSecret(context);
        List<Exchange> refused = new ArrayList<>();
        List<Exchange> all = together(
                context,
                () -> {
                    List<Exchange> sent =
                            new ArrayList<>(context.sendTogether(List.of(first.request(), second.request(), wrong)));
                    refused.add(sent.remove(2));
                    return sent;
                },
                context.success("log-ins at the same time fail"));
        lookForOthers(List.of(first, second), all);
        lookForTheSame(alone, all);
        lookForOneSubject(alone, second);
        // Of a wrong secret that logs in alone, another check tells.
        refused.stream()
                .filter(exchange -> exchange.success().isPresent())
                .findFirst()
                .filter(exchange -> context.send(wrong).success().isEmpty())
                .ifPresent(exchange -> context.report(
                        "log-ins at the same time let a wrong secret in", "a refusal, as it gets alone", exchange));
    }

    /** The account's own key with a secret that is not its own. */
    static Request wrongSecret(CheckContext context) {
        ContractTarget target = context.target();
        String secret = Mutations.changed(target.apiSecret(), 0);
        return context.request(Fixtures.credentials(target.apiKey(), secret).toString());
    }

    /** Whether one of two log-ins got the tokens of the other's account. */
    private void lookForOthers(List<Exchange> alone, List<Exchange> all) {
        for (int i = 0; i < all.size(); i++) {
            Optional<JsonNode> other = subject(alone.get(1 - i));
            if (other.isPresent()
                    && subject(all.get(i)).equals(other)
                    && !subject(alone.get(i)).equals(other)) {
                String cause = "log-ins at the same time bring the tokens of another account";
                context.report(cause, "those of its own", all.get(i));
            }
        }
    }

    /** What tells one account from another stays from one log-in of it to the next. */
    private void lookForOneSubject(List<Exchange> alone, Exchange second) {
        Set<Map.Entry<String, JsonNode>> stays = claims(alone.get(0));
        alone.forEach(exchange -> stays.retainAll(claims(exchange)));
        boolean named = stays.stream()
                .anyMatch(claim ->
                        claim.getKey().equals("sub") && claim.getValue().isTextual());
        if (named && !alone.contains(second) && claims(second).containsAll(stays)) {
            context.report("two accounts are one subject", "a 'sub' for each", second);
        }
    }

    /** Those of the access token but for times, which are the same within a second. */
    private static Set<Map.Entry<String, JsonNode>> claims(Exchange exchange) {
        return exchange.success().flatMap(pair -> Jwt.read(pair.property(Fixtures.ACCESS_TOKEN))).stream()
                .flatMap(jwt -> jwt.claims().propertyStream())
                .filter(claim -> !TIMES_OF_TOKENS.contains(claim.getKey()))
                .collect(Collectors.toSet());
    }

    private static Optional<JsonNode> subject(Exchange exchange) {
        return exchange.success().flatMap(pair -> Refresh.subject(pair, Fixtures.ACCESS_TOKEN));
    }

    /** Tokens without an id may be the same within a second; with one they are, unless one log-in gets what another one made. */
    private void lookForTheSame(List<Exchange> alone, List<Exchange> together) {
        if (identified(alone).size() > 1
                && together.size() == 2
                && identified(together).size() == 1) {
            context.report("several log-ins get the same pair", "a pair for each", together.get(1));
        }
    }

    /** The different refresh tokens; none where one has no id, or did not come. */
    private static Set<String> identified(List<Exchange> all) {
        List<String> tokens = all.stream()
                .flatMap(exchange -> exchange.success().stream())
                .filter(pair -> Refresh.id(pair, Fixtures.REFRESH_TOKEN).isPresent())
                .map(pair -> pair.property(Fixtures.REFRESH_TOKEN))
                .toList();
        return tokens.size() == all.size() ? Set.copyOf(tokens) : Set.of();
    }

    /** What fails twice together, though it succeeds alone, fails because others are under way. */
    static List<Exchange> together(CheckContext context, Supplier<List<Exchange>> requests, Expectation success) {
        List<Exchange> all = requests.get();
        if (refused(all) > 0) {
            // Tokens of the same second may be the same, and used up.
            context.probe().sleeper().await(Fixtures.SECOND);
            all = requests.get();
        }
        all.forEach(exchange -> context.judge(exchange, success));
        return all;
    }

    private static long refused(List<Exchange> all) {
        return all.stream().filter(exchange -> exchange.success().isEmpty()).count();
    }
}
