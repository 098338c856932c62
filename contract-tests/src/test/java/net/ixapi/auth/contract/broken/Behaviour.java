package net.ixapi.auth.contract.broken;

import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import net.ixapi.auth.contract.wire.Answer;

/** What a broken server makes of a request, with a good one to ask. */
@FunctionalInterface
public interface Behaviour {
    Answer answer(Received request, Function<Received, Answer> good);

    /** Only the answers are wrong. */
    static Behaviour answers(UnaryOperator<Answer> change) {
        return (request, good) -> change.apply(good.apply(request));
    }

    /** Only the answers of one status are wrong. */
    static Behaviour answers(int status, UnaryOperator<Answer> change) {
        return answers(answer -> answer.status() == status ? change.apply(answer) : answer);
    }

    /** Some requests get an answer of their own. */
    static Behaviour when(Predicate<Received> which, Function<Received, Answer> answer) {
        return (request, good) -> which.test(request) ? answer.apply(request) : good.apply(request);
    }

    /** Some requests are taken for others. */
    static Behaviour requests(UnaryOperator<Received> change) {
        return (request, good) -> good.apply(change.apply(request));
    }
}
