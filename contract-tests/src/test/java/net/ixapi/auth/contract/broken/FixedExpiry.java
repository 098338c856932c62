package net.ixapi.auth.contract.broken;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import net.ixapi.auth.contract.tokens.Jwt;
import net.ixapi.auth.contract.wire.Response;

/** One of the two tokens that a refresh brings expires when that of the log-in does, or when that of the pair before does. */
final class FixedExpiry implements Behaviour {
    private final String property;
    private final boolean forGood;
    private final Map<String, String> genuine = new ConcurrentHashMap<>();
    /** By the refresh token that came with them. */
    private final Map<String, String> expiries = new ConcurrentHashMap<>();

    FixedExpiry(String property, boolean forGood) {
        this.property = property;
        this.forGood = forGood;
    }

    @Override
    public Response response(Received request, Function<Received, Response> good) {
        String sent = TokenDefects.tokenOf(request);
        Response response = good.apply(request.withBody(
                sent.isEmpty() ? request.body() : request.body().replace(sent, genuine.getOrDefault(sent, sent))));
        if (response.status() != 201) {
            return response;
        }
        String token = response.property(property);
        String claims = Jwt.read(token).orElseThrow().claims().toString();
        String own = claims.replaceAll(".*(\"exp\":\\d+).*", "$1");
        String expiry = expiries.getOrDefault(sent, own);
        String fixed = claims.replaceAll("\"exp\":\\d+", expiry);
        String other = Jwt.written("{\"alg\":\"RS256\"}", fixed, Integer.toHexString(fixed.hashCode()));
        genuine.put(other, token);
        Response changed = Responses.replaced(token, other).apply(response);
        expiries.put(changed.property("refresh_token"), forGood ? expiry : own);
        return changed;
    }
}
