package net.ixapi.auth.contract.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import net.ixapi.auth.contract.engine.CheckContext;
import net.ixapi.auth.contract.engine.Expectation;
import net.ixapi.auth.contract.engine.Fixtures;
import net.ixapi.auth.contract.findings.Finding;
import net.ixapi.auth.contract.tokens.Jwt;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Request;
import net.ixapi.auth.contract.wire.Response;

/**
 * Refreshing brings a new pair, which refreshes in its turn.
 *
 * @param context what the check works with
 */
record Refresh(CheckContext context) {
    private static final int CHAIN = 3;

    void run() {
        Optional<Response> pair = context.fixtures().pair();
        for (int link = 1; link <= CHAIN && pair.isPresent(); link++) {
            pair = next(pair.get(), link, true);
        }
        if (pair.isPresent()) {
            String cause = "refreshes at the same time fail";
            // Of two tokens of one account, a server may take one only.
            Expectation together = context.documented(cause);
            if (context.target().second() != null) {
                accounts(all -> all.stream().map(context::send).toList());
                together = context.success(cause);
            }
            LogIn.together(context, () -> accounts(context::sendTogether), together);
        }
    }

    /**
     * The tokens of two accounts stay those of their accounts. Without a second one, these are two pairs of the first: a server may end
     * an account's session when it logs in again.
     */
    private List<Exchange> accounts(Function<List<Request>, List<Exchange>> send) {
        Fixtures fixtures = context.fixtures();
        Map<String, Response> pairs = new LinkedHashMap<>();
        for (Optional<Response> pair : List.of(fixtures.secondPair().or(fixtures::pair), fixtures.pair())) {
            pair.ifPresent(one -> pairs.put(one.property(Fixtures.REFRESH_TOKEN), one));
        }
        if (pairs.size() < 2) {
            return List.of();
        }
        List<Exchange> all =
                send.apply(pairs.values().stream().map(context::refresh).toList());
        Iterator<Response> old = pairs.values().iterator();
        all.forEach(exchange -> subjects(exchange, old.next()));
        return all;
    }

    /** A new token that is refused may be one that is used up; that of a refresh is sent again as it is. */
    private Optional<Response> next(Response first, int link, boolean again) {
        String cause = Finding.NEW_IS_REFUSED + (link == 1 ? "" : " that a refresh brought");
        List<Response> sent = new ArrayList<>();
        Exchange exchange = context.judged(
                () -> {
                    boolean unused = sent.isEmpty() || link > 1;
                    sent.add(unused ? first : context.fixtures().pair().orElse(first));
                    return context.refresh(sent.get(sent.size() - 1));
                },
                context.success(cause));
        Response old = sent.get(sent.size() - 1);
        Optional<Response> pair = exchange.success();
        if (again && pair.filter(next -> isOld(next, old)).isPresent()) {
            // Times in tokens have no fractions: those of one second may be the same, and the first is used up.
            context.probe().sleeper().await(Fixtures.SECOND);
            Response other = context.fixtures().pair().orElse(old);
            context.probe().sleeper().await(Fixtures.SECOND);
            return next(other, link, false);
        }
        TokenShape.look(context, exchange);
        pair.ifPresent(next -> compare(exchange, old, next));
        return pair.filter(next -> !next.property(Fixtures.REFRESH_TOKEN).isEmpty() && !isOld(next, old));
    }

    private static boolean isOld(Response pair, Response old) {
        return Fixtures.TOKENS.stream().anyMatch(name -> isOld(pair, old, name));
    }

    /** A token that is missing, or no text, is for others to find. */
    private static boolean isOld(Response pair, Response old, String name) {
        return !pair.property(name).isEmpty() && pair.property(name).equals(old.property(name));
    }

    private void compare(Exchange exchange, Response old, Response next) {
        for (String name : Fixtures.TOKENS) {
            Optional<JsonNode> id = id(old, name);
            if (isOld(next, old, name)) {
                context.report(name + " is the old one", "a new pair", exchange);
            } else if (id.isPresent() && id.equals(id(next, name))) {
                context.report(name + " has the 'jti' of the old one", "one of its own", exchange);
            }
            double before = Fixtures.expiry(old, name).orElse(0.0);
            double after = Fixtures.expiry(next, name).orElse(before);
            // Servers behind one address have clocks of their own.
            if (after < before - TokenShape.TOLERANCE && TokenShape.isPlausible(context, after)) {
                context.report(name + " expires earlier than the old one", "a later expiry", exchange);
            }
        }
        subjects(exchange, old);
    }

    private void subjects(Exchange exchange, Response old) {
        exchange.success()
                .ifPresent(next -> Fixtures.TOKENS.forEach(name -> {
                    Optional<JsonNode> before = subject(old, name);
                    Optional<JsonNode> after = subject(next, name);
                    if (before.isPresent() && after.isPresent() && !before.equals(after)) {
                        context.report(name + " is not for the same subject", "the same 'sub'", exchange);
                    }
                }));
    }

    /** Whom a token is for; empty where it cannot be read, or holds what is not a subject. */
    static Optional<JsonNode> subject(Response pair, String token) {
        return claim(pair, token, "sub").filter(subject -> subject.isTextual() || subject.isMissingNode());
    }

    /** What tells a token from others of its subject; empty where it has none, or what is not an id. */
    static Optional<JsonNode> id(Response pair, String token) {
        return claim(pair, token, "jti").filter(JsonNode::isTextual);
    }

    private static Optional<JsonNode> claim(Response pair, String token, String name) {
        return Jwt.read(pair.property(token)).map(jwt -> jwt.claims().path(name));
    }
}
