package net.ixapi.auth.contract.broken;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Exchanger;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.ixapi.auth.contract.engine.Options;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.report.ReportedFinding;
import net.ixapi.auth.contract.targets.ContractTarget;
import net.ixapi.auth.contract.targets.EmbeddedStub;
import net.ixapi.auth.contract.wire.Limits;
import net.ixapi.auth.contract.wire.Response;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Without a second account, the log-ins that come together are of one. */
class LogInsOfOneAccountTest {
    @AutoClose
    private static final EmbeddedStub STUB = EmbeddedStub.start();

    @ParameterizedTest(name = "{0}")
    @MethodSource("servers")
    void eachGetsAPairOfItsOwn(String name, Behaviour behaviour, List<String> requirements) throws Exception {
        ContractTarget good = STUB.target();
        Options only = new Options(Limits.DEFAULT, Duration.ZERO, Set.of("log-in"), Set.of(), 1);
        try (BrokenServer server =
                new BrokenServer(new ContractTarget(good.baseUri(), good.apiKey(), good.apiSecret()), behaviour)) {
            assertThat(server.run(STUB, only).findings())
                    .filteredOn(finding -> finding.level() != Level.INFO)
                    .extracting(ReportedFinding::id)
                    .isEqualTo(requirements);
        }
    }

    static Stream<Arguments> servers() {
        Behaviour shared = sharing(pair -> pair);
        ShapedTokens withoutIds = new ShapedTokens(Variations::withoutId);
        return Stream.of(
                Arguments.of("one pair for two", shared, List.of("AUTH-LOGIN-008")),
                Arguments.of(
                        "one pair for two, which only times tell from others",
                        (Behaviour)
                                (request, good) -> withoutIds.response(request, other -> shared.response(other, good)),
                        List.of()),
                Arguments.of(
                        "a pair for one of two",
                        sharing(pair -> Responses.unauthenticated()),
                        List.of("AUTH-LOGIN-002")),
                Arguments.of("a pair for each", Behaviour.answers(response -> response), List.of()));
    }

    /** Of two that log in together, one gets what it should, and the other what is made of that. */
    private static Behaviour sharing(UnaryOperator<Response> second) {
        Exchanger<Response> underWay = new Exchanger<>();
        return (request, good) -> {
            Response response = good.apply(request);
            boolean together = "close".equals(request.headers().get("connection"));
            if (!request.isLogIn() || !together || response.status() != 201) {
                return response;
            }
            try {
                Response other = underWay.exchange(response, 1, TimeUnit.SECONDS);
                return response.text().compareTo(other.text()) < 0 ? response : second.apply(other);
            } catch (TimeoutException e) {
                return response;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return response;
            }
        };
    }
}
