package net.ixapi.auth.client.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    void itSeesNothingOfAFailure() {
        List<TokenPair> seen = new ArrayList<>();
        Stage stage = Stage.told(seen::add);
        TokenPair first = stage.obtains(stage.pair());
        stage.source.fails(Refusals.status(503));
        stage.tokenAt(Stage.STALE);
        assertThat(seen).containsExactly(first);
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
