package net.ixapi.auth.contract.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import net.ixapi.auth.contract.document.OpenApiDocument;
import net.ixapi.auth.contract.findings.Findings;
import net.ixapi.auth.contract.findings.Secrets;
import net.ixapi.auth.contract.targets.ContractTarget;
import net.ixapi.auth.contract.wire.Limits;
import net.ixapi.auth.contract.wire.Request;
import net.ixapi.auth.contract.wire.Route;
import net.ixapi.auth.contract.wire.Sleeper;
import net.ixapi.auth.contract.wire.Wire;
import net.ixapi.auth.openapi.document.PlainJson;
import org.junit.jupiter.api.Test;

class ProbeTest {
    /** What means something to JSON, and to what is put in the place of a match. */
    private static final String KEY = "a$1\\\"b$2\\\"c$3\\\"d";

    @Test
    void aKeyThatNobodyHasIsReplacedAndTheAccountsOwnIsNot() {
        URI nowhere = URI.create("http://localhost:1");
        try (Wire wire = new Wire(nowhere, Route.DIRECT, Limits.DEFAULT, Sleeper.REAL)) {
            Probe probe = new Probe(
                    new ContractTarget(nowhere, KEY, "secret"),
                    OpenApiDocument.ofTheContract(),
                    wire,
                    new Secrets(),
                    new Findings(check -> true),
                    Options.DEFAULT,
                    Clock.systemUTC(),
                    Sleeper.REAL);

            assertThat(probe.withAnotherKey(logIn(KEY))).isEmpty();
            assertThat(probe.withAnotherKey(logIn("x" + KEY)))
                    .map(request ->
                            PlainJson.read(request.body()).path(Fixtures.KEY).asText())
                    .hasValueSatisfying(
                            key -> assertThat(key).startsWith("a$1\\\"b").isNotEqualTo(KEY));
            assertThat(probe.withAnotherKey(Request.json("POST", "/auth/token", "{")))
                    .isEqualTo(Optional.empty());
        }
    }

    private static Request logIn(String key) {
        return Request.json(
                "POST", "/auth/token", Fixtures.credentials(key, "secret").toString());
    }
}
