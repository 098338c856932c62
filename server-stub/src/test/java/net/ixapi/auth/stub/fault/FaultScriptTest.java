package net.ixapi.auth.stub.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import java.util.stream.IntStream;
import net.ixapi.auth.server.AuthApiRoutes;
import org.junit.jupiter.api.Test;

class FaultScriptTest {
    private static final StubRequest LOGIN =
            new StubRequest("POST", "/api/v2/auth/token", AuthApiRoutes.AUTH_TOKEN_CREATE, Map.of(), () -> null);
    private static final StubRequest REFRESH = new StubRequest(
            "POST",
            "/api/v2/auth/refresh",
            AuthApiRoutes.AUTH_TOKEN_REFRESH,
            Map.of("x-canary", "canary"),
            () -> "bob");

    private final FaultScript script = new FaultScript(script -> {});
    private final Fault first = Fault.emptyBody();
    private final Fault second = Fault.malformedBody();

    @Test
    void isEmptyAtFirst() {
        assertThat(script.take(() -> {
                    throw new AssertionError("nobody need look at the request");
                }))
                .isNull();
        script.assertAllConsumed();
    }

    @Test
    void goesInOrder() {
        script.enqueue(2, first);
        script.enqueue(second);

        assertThat(script.take(() -> LOGIN)).isSameAs(first);
        assertThat(script.take(() -> REFRESH)).isSameAs(first);
        assertThat(script.take(() -> LOGIN)).isSameAs(second);
        assertThat(script.take(() -> LOGIN)).isNull();
        script.assertAllConsumed();
    }

    @Test
    void waitsForWhatMatches() {
        script.enqueue(1, AuthApiRoutes.AUTH_TOKEN_REFRESH, first);
        script.enqueue(1, request -> request.headers().containsKey("x-canary"), second);

        assertThat(script.take(() -> LOGIN)).isNull();
        assertThat(script.take(() -> REFRESH)).isSameAs(first);
        assertThat(script.take(() -> REFRESH)).isSameAs(second);
        assertThat(script.take(() -> REFRESH)).isNull();
    }

    @Test
    void mayGoOnUntilItIsCleared() {
        script.enqueue(FaultScript.ALWAYS, first);
        IntStream.range(0, 100)
                .forEach(i -> assertThat(script.take(() -> LOGIN)).isSameAs(first));

        assertThat(script.pending()).containsExactly("empty-body, always");
        script.clear();
        assertThat(script.take(() -> LOGIN)).isNull();
    }

    @Test
    void saysWhatIsLeft() {
        script.enqueue(3, Fault.status(503));
        script.take(() -> LOGIN);

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(script::assertAllConsumed)
                .withMessage("No request has met these faults: [status 503, 2 times]");
    }

    /** Nobody promised that a request comes. */
    @Test
    void leavesNothingOverOfWhatIsForAllRequestsOrStoodAtTheStart() {
        script.enqueue(FaultScript.ALWAYS, first);
        script.assertAllConsumed();
        FaultScript withOne = new FaultScript(faults -> faults.enqueue(second));
        withOne.assertAllConsumed();
        withOne.enqueue(1, request -> "bob".equals(request.account()), first);

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(withOne::assertAllConsumed)
                .withMessage("No request has met these faults: [empty-body, 1 times]");
    }

    @Test
    void hasAnEnd() {
        IntStream.range(0, 1000).forEach(i -> script.enqueue(first));

        assertThatIllegalStateException()
                .isThrownBy(() -> script.enqueue(first))
                .withMessage("There are 1000 faults already: clear them first.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> script.enqueue(0, first))
                .withMessage("A fault must be for 1 request or more, but is for 0.");
    }

    @Test
    void tellsNoSecret() {
        assertThat(REFRESH).hasToString("StubRequest[POST auth_token_refresh]");
        assertThat(new StubRequest("GET", "/canary", null, Map.of(), () -> "canary"))
                .hasToString("StubRequest[GET (no operation)]");
    }
}
