package net.ixapi.auth.contract.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import net.ixapi.auth.contract.document.OpenApiDocument;
import net.ixapi.auth.contract.targets.ContractTarget;
import org.junit.jupiter.api.Test;

class SummaryTest {
    private static final ContractTarget TARGET =
            new ContractTarget(URI.create("http://ix.example/api/v2"), "key", "secret");

    @Test
    void anAnswerThatNoCheckProvokesIsNamed() {
        Summary summary = summary(new Outcome("auth_token_create", 201, "logs in", null));
        assertThat(summary.unchecked())
                .contains("POST /auth/token 400", "POST /auth/refresh 201")
                .doesNotContain("POST /auth/token 201");
        assertThat(summary.text(TARGET))
                .contains("! POST /auth/refresh 401 is in the document, but no check provokes it");
    }

    @Test
    void aFindingSaysWhatWasChecked() {
        Summary summary = summary(new Outcome("auth_token_create", 201, "logs in", "HTTP status: 200"));
        assertThat(summary.conformant()).isFalse();
        assertThat(summary.text(TARGET))
                .contains(
                        "x auth_token_create 201, logs in",
                        "HTTP status: 200",
                        "0 of 1",
                        "1 checks: 0 passed, 1 failed");
    }

    private static Summary summary(Outcome... outcomes) {
        return new Summary(OpenApiDocument.ofTheContract(), List.of(outcomes));
    }
}
