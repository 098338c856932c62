package net.ixapi.auth.stub;

import static net.ixapi.auth.stub.Credentials.KEY;
import static net.ixapi.auth.stub.Credentials.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class AccountTest {
    @Test
    void hasTheLengthsOfTheContract() {
        assertThat(new Account("a", KEY, SECRET).apiKey()).hasSize(16);
        assertThat(new Account("a", KEY, SECRET).apiSecret()).hasSize(86);
    }

    @Test
    void countsCharactersAsTheContractDoes() {
        String key = "\ud83d\ude00".repeat(16);

        assertThat(new Account("a", key, "\ud83d\ude00".repeat(86)).apiKey()).isEqualTo(key);
    }

    @Test
    void refusesOtherLengthsWithoutSayingTheValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Account("a", "canary", SECRET))
                .withMessage("The API key must have 16 characters, but has 6.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Account("a", KEY + "x", SECRET))
                .withMessage("The API key must have 16 characters, but has 17.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Account("a", KEY, SECRET.substring(1)))
                .withMessage("The API secret must have 86 characters, but has 85.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Account("a", KEY, SECRET + "x"))
                .withMessage("The API secret must have 86 characters, but has 87.");
    }

    @Test
    void isAtRandomWhereOnlyItsNameCounts() {
        Account account = Account.random("bob");

        assertThat(account.name()).isEqualTo("bob");
        assertThat(account.apiKey()).matches("[0-9A-Za-z]{16}");
        assertThat(account.apiSecret()).matches("[0-9A-Za-z]{86}");
        assertThat(account.apiSecret()).doesNotContain(account.apiKey());
        assertThat(Account.random("bob").apiKey()).isNotEqualTo(account.apiKey());
        assertThat(Account.random("bob").apiSecret()).isNotEqualTo(account.apiSecret());
    }
}
