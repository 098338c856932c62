package net.ixapi.auth.client.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.ixapi.auth.client.error.ApiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenListenerTest {
    @Test
    void itSeesEachPair() {
        List<TokenPair> seen = new ArrayList<>();
        Stage stage = Stage.told(seen::add);
        TokenPair first = stage.obtains(stage.pair());
        stage.tokenAt(Stage.STALE - 1);
        stage.tokenAt(Stage.STALE);
        assertThat(seen).containsExactly(first, stage.session.pair().orElseThrow());
        assertThat(seen).extracting(TokenPair::refreshToken).containsExactly("r1", "r2");
    }

    @Test
    void itSeesAPairBeforeAnyoneIsServedIt() {
        List<Optional<TokenPair>> servedSoFar = new ArrayList<>();
        List<Stage> stages = new ArrayList<>();
        Stage stage = Stage.told(pair -> servedSoFar.add(stages.get(0).session.pair()));
        stages.add(stage);
        TokenPair first = stage.obtains(stage.pair());
        stage.tokenAt(Stage.STALE);
        assertThat(servedSoFar).containsExactly(Optional.empty(), Optional.of(first));
    }

    @Test
    void itIsToldOfAFailureThatNoCallerNotices() {
        List<Object> seen = new ArrayList<>();
        Stage stage = Stage.told(new TokenListener() {
            @Override
            public void obtained(TokenPair pair) {
                seen.add(pair);
            }

            @Override
            public void failed(Throwable failure) {
                seen.add(failure);
                throw new IllegalStateException("no alarm");
            }
        });
        TokenPair first = stage.obtains(stage.pair());
        ApiException failure = Refusals.status(503);
        stage.source.fails(failure);
        stage.tokenAt(Stage.STALE);
        assertThat(seen).containsExactly(first, failure);
    }

    @Test
    void oneThatAsksForATokenGetsTheNewOne() {
        List<String> got = new ArrayList<>();
        List<Stage> stages = new ArrayList<>();
        Stage stage = Stage.told(pair -> got.add(stages.get(0).session.accessToken()));
        stages.add(stage);
        String first = stage.obtains(stage.pair()).accessToken();
        stage.tokenAt(Stage.STALE);
        String second = stage.session.pair().orElseThrow().accessToken();
        stage.clock.at(3 * Stage.EXPIRED);
        String third = stage.session.accessToken();
        assertThat(got).containsExactly(first, second, third);
    }

    /** It would wait for itself. */
    @Test
    void aProviderThatAsksForATokenIsToldSo() {
        Stage stage = Stage.atOnce();
        stage.source.logsIn(() -> new TokenPair(stage.session.accessToken(), null));
        assertThatThrownBy(stage.session::accessToken)
                .hasRootCauseMessage("The token provider asks the session for the token that it is to provide");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatItThrowsIsWithoutConsequence(boolean anError) {
        Stage stage = Stage.told(pair -> {
            if (anError) {
                throw new AssertionError("disk full");
            }
            throw new IllegalStateException("disk full");
        });
        TokenPair first = stage.obtains(stage.pair());
        assertThat(stage.session.accessToken()).isEqualTo(first.accessToken());
        assertThat(stage.tokenAt(Stage.STALE)).isNotEqualTo(first.accessToken());
        assertThat(stage.source.calls()).containsExactly("r1");
    }
}
