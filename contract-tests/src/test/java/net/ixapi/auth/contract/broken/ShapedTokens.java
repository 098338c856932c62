package net.ixapi.auth.contract.broken;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import net.ixapi.auth.contract.wire.Answer;

/** Gives tokens another shape on their way out, and takes them for the genuine ones on their way in. */
final class ShapedTokens implements Behaviour {
    private final UnaryOperator<String> shape;
    private final Map<String, String> genuine = new ConcurrentHashMap<>();

    ShapedTokens(UnaryOperator<String> shape) {
        this.shape = shape;
    }

    @Override
    public Answer answer(Received request, Function<Received, Answer> good) {
        String token = TokenDefects.tokenOf(request);
        Received known = genuine.containsKey(token)
                ? request.withBody(request.body().replace(token, genuine.get(token)))
                : request;
        Answer answer = good.apply(known);
        return answer.status() == 201 ? shaped(shaped(answer, "access_token"), "refresh_token") : answer;
    }

    private Answer shaped(Answer answer, String member) {
        String token = answer.member(member);
        String other = shape.apply(token);
        genuine.put(other, token);
        return Answers.replaced(token, other).apply(answer);
    }
}
