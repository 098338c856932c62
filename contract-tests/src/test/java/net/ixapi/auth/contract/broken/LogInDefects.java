package net.ixapi.auth.contract.broken;

import java.util.concurrent.Exchanger;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import net.ixapi.auth.contract.targets.EmbeddedStub;
import net.ixapi.auth.contract.wire.Response;

/** What is wrong with log-ins that come together, or one after the other. */
final class LogInDefects {
    private static final String KEY = EmbeddedStub.API_KEY;
    private static final String SECRET = EmbeddedStub.API_SECRET;

    private LogInDefects() {}

    static Stream<Defect> all() {
        return Stream.of(
                new Defect("log-ins at the same time are refused", "log-in", together(401)),
                new Defect("log-ins at the same time fault", "no-server-error", together(500)),
                new Defect("log-ins at the same time are mixed up", "log-in", mixedUp()),
                new Defect("two accounts are one subject", "log-in", new ShapedTokens(token -> ofOne(token, ""))),
                new Defect("a wrong secret logs in beside a right one", "log-in", withOneVerdictForAll()),
                new Defect("only every other log-in works", "log-in", everyOther()),
                new Defect("each eighth wrong secret logs in", "credentials", eachEighth()),
                new Defect(
                        "a log-in after a refused one faults",
                        "no-server-error",
                        after(401, Responses.json(500, "{}"))),
                new Defect(
                        "a log-in after an invalid one is refused", "log-in", after(400, Responses.unauthenticated())));
    }

    /** Two users of one customer, of which another claim may tell. */
    static String ofOne(String token, String user) {
        return TokenDefects.withClaims(
                token, claims -> claims.replaceAll("(\"sub\":)(\"[^\"]*\")", "$1\"customer\"" + user));
    }

    /** A server that keeps in one place for all whether credentials are right. It waits for requests that are sent together only. */
    private static Behaviour withOneVerdictForAll() {
        SynchronousQueue<Received> rightOnes = new SynchronousQueue<>();
        return (request, good) -> {
            Response response = good.apply(request);
            boolean together = "close".equals(request.headers().get("connection"));
            try {
                if (request.isLogIn() && together && response.status() == 201) {
                    rightOnes.offer(request, 1, TimeUnit.SECONDS);
                } else if (request.isLogIn() && together && response.status() == 401) {
                    Received right = rightOnes.poll(1, TimeUnit.SECONDS);
                    return right == null ? response : good.apply(right);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return response;
        };
    }

    /** With the tokens of the last log-in. */
    private static Behaviour eachEighth() {
        AtomicInteger count = new AtomicInteger();
        AtomicReference<Response> last = new AtomicReference<>();
        return (request, good) -> {
            Response response = good.apply(request);
            if (response.status() == 201) {
                last.set(response);
            }
            boolean refused = request.isLogIn() && response.status() == 401;
            return refused && count.incrementAndGet() % 8 == 0 ? last.get() : response;
        };
    }

    /** What is left of a request of one status spoils the next log-in that is right. */
    private static Behaviour after(int status, Response spoiled) {
        AtomicBoolean left = new AtomicBoolean();
        return (request, good) -> {
            Response response = good.apply(request);
            if (response.status() == status && request.isLogIn()) {
                left.set(true);
            }
            boolean right = request.isLogIn() && response.status() == 201;
            return right && left.getAndSet(false) ? spoiled : response;
        };
    }

    private static Behaviour together(int status) {
        return Behaviour.together(Received::isLogIn, Responses.status(status).apply(Responses.unauthenticated()));
    }

    /** The second account gets the tokens of the first, if that logs in at the same time. */
    private static Behaviour mixedUp() {
        Exchanger<Received> underWay = new Exchanger<>();
        Semaphore first = new Semaphore(1);
        String ofTheFirst = "{\"api_key\":\"" + KEY + "\",\"api_secret\":\"" + SECRET + "\"}";
        return (request, good) -> {
            boolean second = request.body().contains(CredentialDefects.KEY_OF_THE_SECOND);
            if (!request.isLogIn() || !second && !first.tryAcquire()) {
                return good.apply(request);
            }
            boolean met = Behaviour.meets(underWay, request, 50);
            if (!second) {
                first.release();
            }
            return good.apply(second && met ? request.withBody(ofTheFirst) : request);
        };
    }

    private static Behaviour everyOther() {
        AtomicInteger count = new AtomicInteger();
        return (request, good) -> {
            Response response = good.apply(request);
            boolean refused = response.status() == 201 && request.isLogIn() && count.getAndIncrement() % 2 == 1;
            return refused ? Responses.unauthenticated() : response;
        };
    }
}
