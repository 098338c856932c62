package net.ixapi.auth.contract.targets;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContractTargetTest {
    @Test
    void whatIsNoUriIsNotRepeated() {
        assertThatThrownBy(() -> ContractTarget.address("https://user:canary word@ix.example/"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("https://ix.example/api/v2")
                .hasNoCause()
                .message()
                .doesNotContain("canary");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v2",
                "ftp://ix.example",
                "https:///canary",
                "https://user:canary@ix.example",
                "https://ix.example?canary",
                "https://ix.example#canary",
                "https://ix.example:65536/canary"
            })
    void whatIsNoAddressOfAServerIsNotRepeated(URI address) {
        assertThatThrownBy(() -> new ContractTarget(address, "key", "secret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The address must")
                .message()
                .doesNotContain("canary");
    }
}
