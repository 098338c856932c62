package net.ixapi.auth.contract.broken;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import net.ixapi.auth.contract.wire.Response;

/** Servers that set a cookie at each log-in. */
final class Sessions {
    private Sessions() {}

    static Stream<Defect> defects() {
        return Stream.of(
                new Defect(
                        "a wrong secret logs in within a session",
                        "credentials",
                        sessions((refused, first, good) -> good.apply(first))),
                new Defect(
                        "a cookie vouches for any refresh token",
                        "refresh-refusals",
                        RefreshDefects.letIn(request -> request.isRefresh()
                                && request.headers().getOrDefault("cookie", "").contains("refresh_token="))));
    }

    static Map<String, Behaviour> variations() {
        return Map.of(
                "a session that means nothing to a log-in",
                sessions((refused, first, good) -> refused),
                "a demand for a token against forged requests in a session",
                sessions((refused, first, good) -> Responses.json(403, "{\"detail\":\"CSRF Failed\"}")));
    }

    /** What a refused log-in brings that has the cookie of an earlier one. */
    private interface Within {
        Response response(Response refused, Received first, Function<Received, Response> good);
    }

    private static Behaviour sessions(Within within) {
        Map<String, Received> logIns = new ConcurrentHashMap<>();
        return (request, good) -> {
            Response response = good.apply(request);
            Received first =
                    logIns.get(request.headers().getOrDefault("cookie", "").replaceFirst(";.*", ""));
            if (request.isLogIn() && response.status() == 401 && first != null) {
                return within.response(response, first, good);
            } else if (request.isLogIn() && response.status() == 201) {
                String cookie = "sid=" + UUID.randomUUID();
                logIns.put(cookie, request);
                return Responses.header("Set-Cookie", cookie + "; Path=/; HttpOnly")
                        .apply(response);
            }
            return response;
        };
    }
}
