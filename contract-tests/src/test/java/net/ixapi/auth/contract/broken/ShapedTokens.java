package net.ixapi.auth.contract.broken;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import net.ixapi.auth.contract.wire.Response;

/** Gives tokens another shape on their way out, and takes them for the genuine ones on their way in. */
final class ShapedTokens implements Behaviour {
    private final UnaryOperator<String> shape;
    private final Map<String, String> genuine = new ConcurrentHashMap<>();

    ShapedTokens(UnaryOperator<String> shape) {
        this.shape = shape;
    }

    @Override
    public Response response(Received request, Function<Received, Response> good) {
        String token = TokenDefects.tokenOf(request);
        Received known = genuine.containsKey(token)
                ? request.withBody(request.body().replace(token, genuine.get(token)))
                : request;
        Response response = good.apply(known);
        return response.status() == 201 ? shaped(shaped(response, "access_token"), "refresh_token") : response;
    }

    private Response shaped(Response response, String property) {
        String token = response.property(property);
        String other = shape.apply(token);
        genuine.put(other, token);
        return Responses.replaced(token, other).apply(response);
    }
}
