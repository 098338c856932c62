package net.ixapi.auth.contract.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.apache.hc.core5.http.HttpHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    @CsvSource({
        "http://ix_server:8080/api/v2, ix_server, 8080",
        "https://[::1]/api/v2, ::1, -1",
        "HTTP://ix.example, ix.example, -1"
    })
    void everyNameIsAHost(URI address, String name, int port) {
        assertThat(new ContractTarget(address, "key", "secret").baseUri()).isEqualTo(address);
        assertThat(ContractTarget.host(address)).isEqualTo(new HttpHost(address.getScheme(), name, port));
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
                "https://ix.example:65536/canary",
                "https://user:canary@ix_server",
                "https://ix_server:canary"
            })
    void whatIsNoAddressOfAServerIsNotRepeated(URI address) {
        assertThatThrownBy(() -> new ContractTarget(address, "key", "secret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The address must")
                .message()
                .doesNotContain("canary");
    }
}
