package net.ixapi.auth.stub;

import static net.ixapi.auth.stub.Credentials.KEY;
import static net.ixapi.auth.stub.Credentials.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountsTest {
    private final Account one = new Account("one", KEY, SECRET);
    private final Account two = new Account("two", "other" + KEY.substring(5), "other" + SECRET.substring(5));
    private final Accounts accounts = new Accounts(List.of(one, two));

    @Test
    void knowsEachAccountByItsOwnCredentials() {
        assertThat(accounts.authenticate(one.apiKey(), one.apiSecret())).containsSame(one);
        assertThat(accounts.authenticate(two.apiKey(), two.apiSecret())).containsSame(two);
    }

    @Test
    void doesNotMixTheCredentialsOfTwoAccounts() {
        assertThat(accounts.authenticate(one.apiKey(), two.apiSecret())).isEmpty();
        assertThat(accounts.authenticate(two.apiKey(), one.apiSecret())).isEmpty();
    }

    @Test
    void refusesEveryNearMiss() {
        for (String key : nearMisses(KEY)) {
            assertThat(accounts.authenticate(key, SECRET)).as(key).isEmpty();
        }
        for (String secret : nearMisses(SECRET)) {
            assertThat(accounts.authenticate(KEY, secret)).as(secret).isEmpty();
        }
    }

    private static List<String> nearMisses(String right) {
        List<String> misses = new ArrayList<>(List.of("", " " + right, right + " ", right + "\u0000", right + right));
        misses.add(right.toUpperCase());
        misses.add(right.substring(1));
        for (int i = 0; i < right.length(); i++) {
            misses.add(right.substring(0, i) + (char) (right.charAt(i) ^ 1) + right.substring(i + 1));
            misses.add(right.substring(0, i) + (char) (right.charAt(i) + 256) + right.substring(i + 1));
        }
        return misses;
    }

    /** Half a character is none, and no encoding has it; most write a question mark instead. */
    @Test
    void doesNotTakeHalfACharacterForAnother() {
        for (String mark : List.of("?", "\ufffd", "\ud801")) {
            Account account = new Account("a", mark + KEY.substring(1), SECRET);

            assertThat(new Accounts(List.of(account)).authenticate("\ud800" + KEY.substring(1), SECRET))
                    .isEmpty();
        }
    }

    @Test
    void knowsNobodyWithoutAccounts() {
        assertThat(new Accounts(List.of()).authenticate(KEY, SECRET)).isEmpty();
    }
}
