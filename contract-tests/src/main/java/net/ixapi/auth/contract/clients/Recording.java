package net.ixapi.auth.contract.clients;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import net.ixapi.auth.server.AuthApiRoutes;
import net.ixapi.auth.server.runtime.ApiOperation;
import net.ixapi.auth.stub.http.StubOperations;

/**
 * What a client did in a scenario. Immutable; holds no secret.
 *
 * @param calls how many calls it was told to make
 * @param accessLifetime how long its access tokens live
 * @param sent its requests, the first first
 * @param elsewhere its requests to the host that a redirect named
 * @param ending how it ended
 * @param printed the secrets that it printed
 */
record Recording(
        int calls,
        Duration accessLifetime,
        List<Sent> sent,
        List<Sent> elsewhere,
        ClientProgram.Ending ending,
        List<String> printed) {
    static final ApiOperation LOGIN = AuthApiRoutes.AUTH_TOKEN_CREATE;
    static final ApiOperation REFRESH = AuthApiRoutes.AUTH_TOKEN_REFRESH;
    static final ApiOperation OAUTH2 = StubOperations.OAUTH2_TOKEN;
    static final ApiOperation CALL = StubOperations.PROTECTED_RESOURCE;

    List<Sent> of(ApiOperation... operations) {
        return sent.stream().filter(request -> request.isOf(operations)).toList();
    }

    List<Sent> everywhere() {
        return Stream.concat(sent.stream(), elsewhere.stream()).toList();
    }

    /** The response that a token went out with, by the token's fingerprint; empty where it was never issued. */
    Optional<Sent> issue(Function<Sent, String> issued, String token) {
        return sent.stream()
                .filter(request -> !token.isEmpty() && issued.apply(request).equals(token))
                .findFirst();
    }

    /** The last token that went out so long before a request that the client has it by then. */
    Optional<Sent> newest(Function<Sent, String> issued, Sent before, Duration grace) {
        return sent.stream()
                .filter(request -> !issued.apply(request).isEmpty())
                .filter(request -> request.answered().plus(grace).compareTo(before.at()) < 0)
                .max(Comparator.comparing(Sent::answered));
    }

    /** The most requests within a time. */
    long most(Duration within) {
        return sent.stream()
                .mapToLong(first -> sent.stream()
                        .filter(other -> other.at().compareTo(first.at()) >= 0)
                        .filter(other -> other.at().compareTo(first.at().plus(within)) < 0)
                        .count())
                .max()
                .orElse(0);
    }
}
