package net.ixapi.auth.stub.command;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.ixapi.auth.stub.Account;
import org.jspecify.annotations.Nullable;

/** Who can log in at a stub on the command line. */
final class StubAccounts {
    /** A key may have a colon in it. */
    private static final Pattern ACCOUNT = Pattern.compile("(?<name>[^=]+)=(?<key>.{16}|[^:]*):(?<secret>.*)");

    private StubAccounts() {}

    /**
     * The account of {@code --api-key}, and those of {@code --account}; the example of the contract where there are none.
     *
     * @throws IllegalArgumentException if a key or a secret is missing, or of another length; the message repeats neither
     */
    static List<Account> of(@Nullable String apiKey, @Nullable String apiSecret, List<String> others) {
        List<Account> accounts = new ArrayList<>();
        if (apiKey != null || apiSecret != null || others.isEmpty()) {
            accounts.add(stub(apiKey, apiSecret));
        }
        others.forEach(other -> accounts.add(other(other)));
        return accounts;
    }

    private static Account other(String text) {
        Matcher account = ACCOUNT.matcher(text);
        if (!account.matches()) {
            throw new IllegalArgumentException("Invalid value for option '--account': it must be name=key:secret");
        }
        return new Account(account.group("name"), account.group("key"), account.group("secret"));
    }

    private static Account stub(@Nullable String apiKey, @Nullable String apiSecret) {
        // The lengths of what is given are checked first.
        Account account = new Account(
                "stub",
                apiKey == null ? Account.EXAMPLE.apiKey() : apiKey,
                apiSecret == null ? Account.EXAMPLE.apiSecret() : apiSecret);
        if ((apiKey == null) != (apiSecret == null)) {
            throw new IllegalArgumentException("There is an API "
                    + (apiKey == null ? "secret, but no API key" : "key, but no API secret")
                    + ": give both, or neither.");
        }
        return account;
    }
}
