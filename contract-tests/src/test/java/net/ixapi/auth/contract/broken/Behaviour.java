package net.ixapi.auth.contract.broken;

import java.util.concurrent.Exchanger;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import net.ixapi.auth.contract.wire.Response;

/** What a broken server makes of a request, with a good one to ask. */
@FunctionalInterface
public interface Behaviour {
    Response response(Received request, Function<Received, Response> good);

    /** Asks another one, which asks the good one. */
    default Behaviour before(Behaviour inner) {
        return (request, good) -> response(request, received -> inner.response(received, good));
    }

    /** Only the answers are wrong. */
    static Behaviour answers(UnaryOperator<Response> change) {
        return (request, good) -> change.apply(good.apply(request));
    }

    /** Only the answers of one status are wrong. */
    static Behaviour answers(int status, UnaryOperator<Response> change) {
        return answers(response -> response.status() == status ? change.apply(response) : response);
    }

    /** Some requests get a response of their own. */
    static Behaviour when(Predicate<Received> which, Function<Received, Response> response) {
        return (request, good) -> which.test(request) ? response.apply(request) : good.apply(request);
    }

    /** Requests that come while another one of their kind is under way get a response of their own. */
    static Behaviour together(Predicate<Received> which, Response response) {
        Exchanger<Received> underWay = new Exchanger<>();
        return (request, good) -> which.test(request) && meets(underWay, request, 50) ? response : good.apply(request);
    }

    /**
     * Waits for another request of the kind, but not for long: twenty times as long if the connection is for this request only, as
     * where the suite sends several at the same time. On a busy machine they come one after the other.
     */
    static boolean meets(Exchanger<Received> underWay, Received request, int milliseconds) {
        boolean isAlone = !"close".equals(request.headers().get("connection"));
        try {
            underWay.exchange(request, isAlone ? milliseconds : 20L * milliseconds, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Some requests are taken for others. */
    static Behaviour requests(UnaryOperator<Received> change) {
        return (request, good) -> good.apply(change.apply(request));
    }
}
