package net.ixapi.auth.contract.broken;

import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import net.ixapi.auth.contract.wire.Response;

/** What a broken server makes of a request, with a good one to ask. */
@FunctionalInterface
public interface Behaviour {
    Response response(Received request, Function<Received, Response> good);

    /** Only the answers are wrong. */
    static Behaviour answers(UnaryOperator<Response> change) {
        return (request, good) -> change.apply(good.apply(request));
    }

    /** Only the answers of one status are wrong. */
    static Behaviour answers(int status, UnaryOperator<Response> change) {
        return answers(response -> response.status() == status ? change.apply(response) : response);
    }

    /** Some requests get an answer of their own. */
    static Behaviour when(Predicate<Received> which, Function<Received, Response> response) {
        return (request, good) -> which.test(request) ? response.apply(request) : good.apply(request);
    }

    /** Some requests are taken for others. */
    static Behaviour requests(UnaryOperator<Received> change) {
        return (request, good) -> good.apply(change.apply(request));
    }
}
