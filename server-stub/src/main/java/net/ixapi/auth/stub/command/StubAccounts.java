package net.ixapi.auth.stub.command;

import java.util.ArrayList;
import java.util.List;
import net.ixapi.auth.stub.Account;
import org.jspecify.annotations.Nullable;

/** Who can log in at a stub on the command line. */
final class StubAccounts {
    private StubAccounts() {}

    /**
     * The account of the options, and those of the file; the example of the contract where there are none.
     *
     * @throws IllegalArgumentException if a key or a secret is missing, or of another length
     */
    static List<Account> of(@Nullable String apiKey, @Nullable String apiSecret, ConfigFile file) {
        List<Account> accounts = new ArrayList<>();
        if (apiKey != null || apiSecret != null || file.accounts().isEmpty()) {
            accounts.add(stub(apiKey, apiSecret));
        }
        accounts.addAll(file.accounts());
        return accounts;
    }

    private static Account stub(@Nullable String apiKey, @Nullable String apiSecret) {
        Account account = account("stub", apiKey, apiSecret);
        if ((apiKey == null) != (apiSecret == null)) {
            throw new IllegalArgumentException("There is an API "
                    + (apiKey == null ? "secret, but no API key" : "key, but no API secret")
                    + ": give both, or neither.");
        }
        return account;
    }

    /** Checks the lengths of what is given. */
    static Account account(String name, @Nullable String apiKey, @Nullable String apiSecret) {
        return new Account(
                name,
                apiKey == null ? Account.EXAMPLE.apiKey() : apiKey,
                apiSecret == null ? Account.EXAMPLE.apiSecret() : apiSecret);
    }
}
