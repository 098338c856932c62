package net.ixapi.auth.contract.broken;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import net.ixapi.auth.contract.targets.EmbeddedStub;
import net.ixapi.auth.contract.wire.Response;

/** Servers that lock an account, or a key, after some failures, and are right to do so. */
public final class LockedAccounts {
    private LockedAccounts() {}

    static Map<String, Behaviour> all() {
        Map<String, Behaviour> all = new LinkedHashMap<>();
        all.put("an account locked after 3 failures in a row (403)", locked(3, 403, true));
        all.put("an account locked after 5 failures (423)", locked(5, 423, false));
        all.put("an account locked after 10 failures (401)", locked(10, 401, false));
        all.put("an account locked after 20 failures (403)", locked(20, 403, false));
        all.put("any key locked after 3 failures (423)", lockedByKey(423));
        return all;
    }

    /** It forgets none of them: a later run begins with those of the runs before. */
    public static Behaviour lockedByKey(int status) {
        Map<String, Integer> failures = new ConcurrentHashMap<>();
        return (request, good) -> {
            String key = LawfulVariations.keyOf(request);
            Response response = good.apply(request);
            if (!request.isLogIn() || response.status() != 401 && response.status() != 201) {
                return response;
            } else if (failures.getOrDefault(key, 0) >= 3) {
                return Responses.status(status).apply(Responses.unauthenticated());
            }
            failures.compute(key, (any, count) -> response.status() == 201 ? 0 : count == null ? 1 : count + 1);
            return response;
        };
    }

    private static Behaviour locked(int failures, int status, boolean inARow) {
        AtomicInteger wrong = new AtomicInteger();
        return (request, good) -> {
            boolean ofTheAccount = request.isLogIn() && request.body().contains("\"" + EmbeddedStub.API_KEY + "\"");
            if (ofTheAccount && wrong.get() >= failures) {
                return Responses.status(status).apply(Responses.unauthenticated());
            }
            Response response = good.apply(request);
            if (ofTheAccount && response.status() == 401) {
                wrong.incrementAndGet();
            } else if (inARow && ofTheAccount && response.status() == 201) {
                wrong.set(0);
            }
            return response;
        };
    }
}
