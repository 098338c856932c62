package net.ixapi.auth.contract.checks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Deque;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.ixapi.auth.contract.engine.CheckContext;
import net.ixapi.auth.contract.engine.Fixtures;
import net.ixapi.auth.contract.tokens.Jwt;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Request;

/**
 * Properties that no document need list, but not all servers leave alone: a server may copy them into its user or into claims
 * (CWE-915), take them for parts of an object of JavaScript, or know names of ASCII only.
 *
 * @param context what the check works with
 * @param forms sends good requests in other forms
 */
record UnlistedProperties(CheckContext context, Representations forms) {
    /** What is wrong with a server that wants no others. */
    static final String REFUSED = "a property that the document does not list is refused";
    /** One that no server has a use for. */
    static final String HARMLESS = "\"unknown\":{\"a\":[null]}";
    /** What tokens say of a user, and how the values begin that a request chooses for it. */
    private static final List<String> CLAIMS =
            List.of("sub", "id", "user_id", "account_id", "role", "roles", "scope", "admin", "is_admin", "isAdmin");

    private static final String CHOSEN = "chosen-";
    private static final String TIMES =
            "\"expires_in\":%1$d,\"expiresIn\":%1$d,\"lifetime\":%1$d,\"ttl\":%1$d,\"exp\":%2$d";
    /** In seconds, some years: nobody happens to have just that. */
    private static final long LIFETIME = 123_456_789;

    private List<String> unlisted() {
        String claims = CLAIMS.stream()
                .map(claim -> "\"" + claim + "\":\"" + CHOSEN + claim + "\",")
                .collect(Collectors.joining());
        String times =
                TIMES.formatted(LIFETIME, context.probe().clock().instant().getEpochSecond() + LIFETIME);
        return List.of(claims + times, "\"__proto__\":{}", "\"constructor\":{}", "\"\u00fc\":1");
    }

    /** All at once, and each alone only where they are not taken: others than the harmless one may be refused, but none does harm. */
    boolean areTaken(Deque<ObjectNode> unused) {
        List<String> unlisted = unlisted();
        UnaryOperator<Request> all =
                request -> Representations.with(request, HARMLESS + "," + String.join(",", unlisted));
        Exchange exchange = forms.send(unused, all, context.success(REFUSED));
        chosen(exchange);
        if (exchange.success().isEmpty()) {
            for (String alone : unlisted) {
                List<UnaryOperator<Request>> form = List.of(request -> Representations.with(request, alone));
                context.good().ifPresent(good -> chosen(forms.odd(good, form)));
            }
        }
        return exchange.success().isPresent();
    }

    /** Whether a request chose what its tokens say. */
    private void chosen(Exchange exchange) {
        double expiry = context.probe().clock().instant().getEpochSecond() + (double) LIFETIME;
        String claims = exchange.success().stream()
                .flatMap(pair -> Fixtures.TOKENS.stream().map(pair::property))
                .flatMap(token -> Jwt.read(token).stream())
                .flatMap(jwt -> Stream.concat(
                        jwt.texts().filter(text -> text.startsWith(CHOSEN)),
                        jwt
                                .seconds("exp")
                                .filter(end -> Math.abs(end - expiry) < TokenShape.SKEW)
                                .map(end -> "exp")
                                .stream()))
                .map(claim -> claim.replace(CHOSEN, ""))
                .distinct()
                .collect(Collectors.joining(", "));
        if (!claims.isEmpty()) {
            String cause = "what a request has beyond the document comes into its tokens";
            context.report(cause, "claims that it does not choose, as here: " + claims, exchange);
        }
    }
}
